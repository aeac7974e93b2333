using System.Globalization;
using System.Text.RegularExpressions;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>What a button under a gap means, as the argument of <c>/gaps</c>.</summary>
internal abstract partial record GapButton
{
    private const string OpenView = "open";
    private const string SettledView = "settled";

    private static readonly (GapAction Action, string Word)[] Actions =
        [(GapAction.Answer, "answer"), (GapAction.OutOfScope, "out"), (GapAction.Request, "ask"), (GapAction.Reopen, "reopen")];

    private GapButton(bool isOpen, int place) => (IsOpen, Place) = (isOpen, place);

    /// <summary>The list that the button is in.</summary>
    public bool IsOpen { get; }

    /// <summary>From 1.</summary>
    public int Place { get; }

    /// <summary>Show another page.</summary>
    public sealed record Turn(bool IsOpen, int Place) : GapButton(IsOpen, Place)
    {
        public override string ToString() => Data(View(IsOpen, Place));
    }

    /// <param name="Mark">Of the terms that the gap had when the button was made: a number may have been given to two gaps at once.</param>
    public sealed record Act(GapAction Action, long Number, string Mark, bool IsOpen, int Place) : GapButton(IsOpen, Place)
    {
        public override string ToString() =>
            Data(string.Create(CultureInfo.InvariantCulture, $"{Actions.First(known => known.Action == Action).Word} {Number} {Mark} {View(IsOpen, Place)}"));
    }

    /// <summary>Null when it is none: the text comes from the user's side and may be anything.</summary>
    public static GapButton? ParseOrNull(string argument)
    {
        if (Pattern().Match(argument) is not { Success: true } match
            || !int.TryParse(match.Groups["place"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            return null;
        }

        var isOpen = match.Groups["view"].ValueSpan.SequenceEqual(OpenView);
        if (!match.Groups["act"].Success)
        {
            return new Turn(isOpen, place);
        }

        return long.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Act(Actions.First(known => known.Word == match.Groups["act"].Value).Action, number, match.Groups["mark"].Value, isOpen, place)
            : null;
    }

    private static string View(bool isOpen, int place) => string.Create(CultureInfo.InvariantCulture, $"{(isOpen ? OpenView : SettledView)} {place}");

    private static string Data(string argument) => new CommandButton(CommandText.Gaps, argument).ToString();

    [GeneratedRegex(@"\A((?<act>answer|out|ask|reopen) (?<number>[1-9][0-9]{0,17}) (?<mark>[0-9a-f]{4}) )?(?<view>open|settled) (?<place>[1-9][0-9]{0,8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

internal enum GapAction
{
    Answer,
    OutOfScope,
    Request,
    Reopen,
}
