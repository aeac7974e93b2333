using System.Globalization;
using System.Text.RegularExpressions;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>What a button means. It refers to a stored answer, so that it works after a restart, and fits Telegram's 64 bytes.</summary>
internal abstract partial record ButtonData
{
    private const int EditionLength = 8;

    private ButtonData()
    {
    }

    /// <summary>Show the passage that a citation quotes, as a message of its own.</summary>
    public sealed record ShowCitation(long AnswerId, int Number) : ButtonData
    {
        public override string ToString() => Text($"c:{AnswerId}:{Number}");
    }

    /// <summary>Show that passage again in the message that the button is under.</summary>
    public sealed record BackToQuote(long AnswerId, int Number) : ButtonData
    {
        public override string ToString() => Text($"b:{AnswerId}:{Number}");
    }

    /// <summary>Show another passage of the cited document in the message that the button is under.</summary>
    /// <param name="Place">Among the document's passages, from 0.</param>
    /// <param name="Edition">Of the document in which the place was counted, see <see cref="EditionOf"/>.</param>
    public sealed record TurnTo(long AnswerId, int Number, int Place, string Edition) : ButtonData
    {
        public override string ToString() => Text($"p:{AnswerId}:{Number}:{Place}:{Edition}");
    }

    public sealed record Rate(long AnswerId, Vote Vote) : ButtonData
    {
        public override string ToString() => Text($"f:{AnswerId}:{(Vote == Vote.Up ? '+' : '-')}");
    }

    public sealed record GiveReason(long AnswerId, VoteReason Reason) : ButtonData
    {
        public override string ToString() => Text($"r:{AnswerId}:{(int)Reason}");
    }

    /// <summary>Show the answer's buttons again in place of the reasons.</summary>
    public sealed record NoReason(long AnswerId) : ButtonData
    {
        public override string ToString() => Text($"n:{AnswerId}");
    }

    public sealed record ShowMore(long AnswerId) : ButtonData
    {
        public override string ToString() => Text($"m:{AnswerId}");
    }

    /// <summary>Ask a question that was offered below an answer.</summary>
    /// <param name="Place">Among those offered, from 0.</param>
    public sealed record AskNext(long AnswerId, int Place) : ButtonData
    {
        public override string ToString() => Text($"q:{AnswerId}:{Place}");
    }

    /// <summary>Write no more of an answer than there is by now.</summary>
    /// <param name="LiveId">The one exception to what is said above: what is being written is of one run of the bot.</param>
    public sealed record StopWriting(long LiveId) : ButtonData
    {
        public override string ToString() => Text($"s:{LiveId}");
    }

    /// <summary>Remove the message that the button is under.</summary>
    public sealed record Close : ButtonData
    {
        public override string ToString() => "x";
    }

    /// <summary>Null when it is no button of ours: the data comes from the user's side and may be anything.</summary>
    public static ButtonData? ParseOrNull(string? data)
    {
        var parts = data?.Split(':') ?? [];
        return parts is ["x"] ? new Close()
            : parts.Length < 2 || ButtonNumber.OrNull(parts[1]) is not { } answer ? null
            : parts switch
            {
                ["c", _, var number] when ButtonNumber.SmallOrNull(number) is { } n => new ShowCitation(answer, n),
                ["b", _, var number] when ButtonNumber.SmallOrNull(number) is { } n => new BackToQuote(answer, n),
                ["p", _, var number, var place, var edition] when ButtonNumber.SmallOrNull(number) is { } n && ButtonNumber.SmallOrNull(place) is { } at && EditionPattern().IsMatch(edition) =>
                    new TurnTo(answer, n, at, edition),
                ["f", _, "+"] => new Rate(answer, Vote.Up),
                ["f", _, "-"] => new Rate(answer, Vote.Down),
                ["r", _, var reason] when ButtonNumber.SmallOrNull(reason) is { } r && Enum.IsDefined((VoteReason)r) => new GiveReason(answer, (VoteReason)r),
                ["n", _] => new NoReason(answer),
                ["m", _] => new ShowMore(answer),
                ["s", _] => new StopWriting(answer),
                ["q", _, var place] when ButtonNumber.SmallOrNull(place) is { } at => new AskNext(answer, at),
                _ => null,
            };
    }

    /// <summary>Tells one state of a document from another, as long as nobody tries to deceive himself.</summary>
    public static string EditionOf(string contentHash) => contentHash.Length <= EditionLength ? contentHash : contentHash[..EditionLength];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[0-9A-Za-z]{1,8}\z")]
    private static partial Regex EditionPattern();
}
