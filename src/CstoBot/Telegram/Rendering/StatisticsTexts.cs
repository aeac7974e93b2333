using CstoBot.Conversations;
using CstoBot.Moderation.Statistics.Charts;

namespace CstoBot.Telegram.Rendering;

/// <summary>What the statistics say, in each language. Texts are plain.</summary>
internal sealed partial record StatisticsTexts
{
    /// <summary>{0}: the number of days, {1} and {2}: the first and the last.</summary>
    public required string Heading { get; init; }

    public required string OneDayHeading { get; init; }

    public required string Nothing { get; init; }

    public required string Questions { get; init; }

    public required string Answered { get; init; }

    public required string Held { get; init; }

    public required string Abstained { get; init; }

    public required string Refused { get; init; }

    public required string Decisions { get; init; }

    public required string Approved { get; init; }

    public required string Edited { get; init; }

    public required string Rejected { get; init; }

    public required string Expired { get; init; }

    public required string MedianTime { get; init; }

    public required string Votes { get; init; }

    public required string ByComposer { get; init; }

    public required string ByDay { get; init; }

    /// <summary>What the three figures of a day's line are.</summary>
    public required string DayLine { get; init; }

    /// <summary>{0}: the most days that may be asked for.</summary>
    public required string WrongDays { get; init; }

    public required string Seconds { get; init; }

    public required string Minutes { get; init; }

    public required string Hours { get; init; }

    public required string Days { get; init; }

    /// <summary>Those that are not named here are called what the answers call them.</summary>
    public required IReadOnlyDictionary<string, string> Composers { get; init; }

    public required ChartWords Chart { get; init; }

    public static StatisticsTexts For(Language language) => language == Language.Russian ? Russian : English;
}
