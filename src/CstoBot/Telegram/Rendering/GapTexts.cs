using CstoBot.Conversations;

namespace CstoBot.Telegram.Rendering;

/// <summary>What is said of gaps, in each language. Texts are plain.</summary>
internal sealed partial record GapTexts
{
    public required string NoneOpen { get; init; }

    public required string NoneSettled { get; init; }

    /// <summary>{0}: the gap's number, {1}: its place, {2}: how many there are.</summary>
    public required string OpenHeading { get; init; }

    /// <inheritdoc cref="OpenHeading"/>
    public required string SettledHeading { get; init; }

    /// <summary>{0}: people, {1}: times.</summary>
    public required string Asked { get; init; }

    /// <summary>{0}: the first day, {1}: the last.</summary>
    public required string Between { get; init; }

    /// <summary>{0}: the day.</summary>
    public required string On { get; init; }

    public required string Languages { get; init; }

    public required string Nearest { get; init; }

    public required string NothingNear { get; init; }

    /// <summary>{0}: the day.</summary>
    public required string Requested { get; init; }

    /// <inheritdoc cref="Requested"/>
    public required string OutOfScope { get; init; }

    /// <inheritdoc cref="Requested"/>
    public required string Answered { get; init; }

    /// <summary>{0}: how often.</summary>
    public required string AskedSince { get; init; }

    public required string AnswerButton { get; init; }

    public required string OutOfScopeButton { get; init; }

    public required string RequestButton { get; init; }

    public required string ReopenButton { get; init; }

    /// <summary>{0}: how many.</summary>
    public required string ShowOpen { get; init; }

    /// <inheritdoc cref="ShowOpen"/>
    public required string ShowSettled { get; init; }

    public required string Marked { get; init; }

    public required string RequestSent { get; init; }

    public required string RequestedBefore { get; init; }

    public required string NoAdmins { get; init; }

    public required string Changed { get; init; }

    /// <summary>To an admin; the examples follow.</summary>
    public required string PleaseAdd { get; init; }

    public required string HowToAdd { get; init; }

    public static GapTexts For(Language language) => language == Language.Russian ? Russian : English;
}
