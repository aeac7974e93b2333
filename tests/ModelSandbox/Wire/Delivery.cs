namespace ModelSandbox.Wire;

/// <summary>How an answer is cut and paced on its way.</summary>
internal sealed record Delivery
{
    /// <summary>Characters of a streamed piece, never half a one; null: the whole answer is one piece.</summary>
    public int? PieceLength { get; init; }

    /// <summary>Events that go into one write.</summary>
    public int EventsPerWrite { get; init; } = 1;

    /// <summary>Writes end inside the bytes of a character wherever one has several.</summary>
    public bool SplitsCharacters { get; init; }

    /// <summary>Lines end with CR LF instead of LF.</summary>
    public bool UsesCrLf { get; init; }

    /// <summary>A comment line (<c>: keep-alive</c>) stands before each event.</summary>
    public bool HasComments { get; init; }

    public TimeSpan BeforeHeaders { get; init; }

    public TimeSpan BeforeFirstPiece { get; init; }

    public TimeSpan BetweenPieces { get; init; }

    public static Delivery Whole { get; } = new();

    public static Delivery InsideCharacters { get; } = new() { PieceLength = 7, SplitsCharacters = true };

    public static Delivery SeveralEvents { get; } = new() { PieceLength = 3, EventsPerWrite = 5 };

    public static Delivery CrLf { get; } = new() { PieceLength = 7, UsesCrLf = true };

    public static Delivery WithComments { get; } = new() { PieceLength = 7, HasComments = true };

    /// <summary>Every way of cutting, none of pacing: an answer must come out the same by each.</summary>
    public static IReadOnlyList<Delivery> AllCuts { get; } =
    [
        Whole, ByCharacters(1), ByCharacters(3), ByCharacters(7), InsideCharacters, SeveralEvents, CrLf, WithComments,
        new() { PieceLength = 1, EventsPerWrite = 4, SplitsCharacters = true, UsesCrLf = true, HasComments = true },
    ];

    public static Delivery ByCharacters(int length) => new() { PieceLength = length };
}
