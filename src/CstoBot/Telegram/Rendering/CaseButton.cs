using System.Globalization;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>A button under a card: <c>/case 12 reject 1</c>. Whether the person may do it is checked when it is tapped.</summary>
/// <param name="Number">What the verb needs besides: a reason, an answer; null for nothing.</param>
internal sealed record CaseButton(long CaseId, CaseVerb Verb, long? Number = null)
{
    public override string ToString() => new CommandButton(
        CommandText.Case,
        string.Create(CultureInfo.InvariantCulture, $"{CaseId} {Verb.ToString().ToLowerInvariant()}{(Number is { } number ? $" {number}" : "")}")).ToString();

    /// <summary>Null when it is none: it comes from the user's side and may be anything.</summary>
    public static CaseButton? ParseOrNull(string argument) => argument.Split(' ') switch
    {
        [var id, var verb] when ButtonNumber.OrNull(id) is { } caseId && VerbOrNull(verb) is { } known => new CaseButton(caseId, known),
        [var id, var verb, var more] when ButtonNumber.OrNull(id) is { } caseId && VerbOrNull(verb) is { } known && ButtonNumber.OrNull(more) is { } number =>
            new CaseButton(caseId, known, number),
        _ => null,
    };

    private static CaseVerb? VerbOrNull(string text) => Enum.GetValues<CaseVerb>()
        .Select(verb => (CaseVerb?)verb)
        .FirstOrDefault(verb => verb.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase));
}

internal enum CaseVerb
{
    Show,
    Approve,
    Edit,

    /// <summary>Asks for the reason; with a number, that is the reason.</summary>
    Reject,

    /// <summary>Shows the usual buttons again.</summary>
    Back,
    Take,
    Skip,

    /// <summary>The number is the proposal's, so that what is sent is what was seen.</summary>
    Send,
    Drop,

    /// <summary>The number is the curated answer's.</summary>
    Use,
    Keep,
}
