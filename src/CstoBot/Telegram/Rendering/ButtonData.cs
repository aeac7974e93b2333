using System.Globalization;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>What a button means. It refers to a stored answer, so that it works after a restart, and fits Telegram's 64 bytes.</summary>
internal abstract record ButtonData
{
    private ButtonData()
    {
    }

    /// <summary>Show the passage that a citation quotes.</summary>
    public sealed record ShowCitation(long AnswerId, int Number) : ButtonData
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"c:{AnswerId}:{Number}");
    }

    public sealed record Rate(long AnswerId, Vote Vote) : ButtonData
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"f:{AnswerId}:{(Vote == Vote.Up ? '+' : '-')}");
    }

    /// <summary>Remove the message that the button is under.</summary>
    public sealed record Close : ButtonData
    {
        public override string ToString() => "x";
    }

    /// <summary>Null when it is no button of ours: the data comes from the user's side and may be anything.</summary>
    public static ButtonData? ParseOrNull(string? data) => data?.Split(':') switch
    {
        ["x"] => new Close(),
        ["c", var id, var number] when Id(id) is { } answer && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) =>
            new ShowCitation(answer, n),
        ["f", var id, "+"] when Id(id) is { } answer => new Rate(answer, Vote.Up),
        ["f", var id, "-"] when Id(id) is { } answer => new Rate(answer, Vote.Down),
        _ => null,
    };

    private static long? Id(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
