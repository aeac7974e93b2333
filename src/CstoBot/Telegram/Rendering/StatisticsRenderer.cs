using System.Globalization;
using CstoBot.Conversations;
using CstoBot.Moderation.Statistics;

namespace CstoBot.Telegram.Rendering;

/// <summary>Statistics as short lines, which a phone shows unbroken.</summary>
internal static class StatisticsRenderer
{
    // More days are in the picture.
    private const int MostDayLines = 14;

    public static IReadOnlyList<RenderedMessage> Render(Statistics statistics, Language language)
    {
        var texts = StatisticsTexts.For(language);
        var heading = Block.Paragraph(new Span(Heading(statistics.Days, texts), TextStyle.Bold));
        return RenderedMessage.From(
            statistics.Questions + statistics.Up + statistics.Down + statistics.Decisions.Decided + statistics.Decisions.Expired == 0
                ? [heading, Block.Paragraph(texts.Nothing)]
                : [heading, Questions(statistics, texts), .. Decisions(statistics.Decisions, texts), Votes(statistics, texts), .. Composers(statistics, texts), .. Days(statistics, texts)]);
    }

    private static string Heading(IReadOnlyList<DayFigures> days, StatisticsTexts texts) => string.Format(
        CultureInfo.InvariantCulture, days.Count == 1 ? texts.OneDayHeading : texts.Heading, days.Count, Date(days[0].Day, texts), Date(days[^1].Day, texts));

    private static Block Questions(Statistics statistics, StatisticsTexts texts) => Group(
        texts.Questions,
        statistics.Questions,
        [
            (texts.Answered, statistics.Answered),
            (texts.Held, statistics.Held),
            (texts.Abstained, statistics.Abstained),
            .. statistics.Refused == 0 ? [] : new[] { (texts.Refused, statistics.Refused) },
        ],
        statistics.Questions,
        []);

    private static IEnumerable<Block> Decisions(DecisionFigures decisions, StatisticsTexts texts)
    {
        if (decisions.Decided + decisions.Expired == 0)
        {
            return [];
        }

        string[] median = decisions.MedianTime is { } time ? [$"{texts.MedianTime}: {Time(time, texts)}"] : [];
        return
        [
            Group(
                texts.Decisions,
                decisions.Decided,
                [(texts.Approved, decisions.Approved), (texts.Edited, decisions.Edited), (texts.Rejected, decisions.Rejected)],
                decisions.Decided,
                [.. decisions.Expired == 0 ? [] : new[] { $"{texts.Expired}: {decisions.Expired}" }, .. median]),
        ];
    }

    private static Block Votes(Statistics statistics, StatisticsTexts texts) =>
        Block.Paragraph(new Span($"{texts.Votes}:", TextStyle.Bold), new Span($" {Thumbs(statistics.Up, statistics.Down)}"));

    private static IEnumerable<Block> Composers(Statistics statistics, StatisticsTexts texts)
    {
        var lines = statistics.Composers.Select(composer =>
        {
            var name = texts.Composers.GetValueOrDefault(composer.Composer, composer.Composer);
            var decided = composer.Approved + composer.Edited + composer.Rejected == 0
                ? ""
                : $"\n   {texts.Approved} {composer.Approved}, {texts.Edited} {composer.Edited}, {texts.Rejected} {composer.Rejected}";
            return $"\n• {name}: {composer.Answers}, {Thumbs(composer.Up, composer.Down)}{decided}";
        }).ToList();
        return lines.Count == 0 ? [] : [Block.Paragraph([new Span(texts.ByComposer, TextStyle.Bold), .. lines.Select(line => new Span(line))])];
    }

    /// <summary>The latest day first; a day on which nothing happened has no line.</summary>
    private static IEnumerable<Block> Days(Statistics statistics, StatisticsTexts texts)
    {
        var days = statistics.Days.Where(day => !day.IsEmpty).Reverse().ToList();
        if (days.Count < 2)
        {
            return [];
        }

        var lines = days.Take(MostDayLines).Select(day =>
            $"\n{Date(day.Day, texts)}: {day.Questions} = {day.Answered} + {day.Held} + {day.Abstained + day.Refused}{(day.Up + day.Down == 0 ? "" : $"  {Thumbs(day.Up, day.Down)}")}");
        return [Block.Paragraph([new Span(texts.ByDay, TextStyle.Bold), new Span($" ({texts.DayLine})"), .. lines.Select(line => new Span(line)), .. days.Count > MostDayLines ? new[] { new Span("\n…") } : []])];
    }

    private static Block Group(string title, int count, IReadOnlyList<(string Name, int Count)> parts, int whole, IReadOnlyList<string> further) => Block.Paragraph(
    [
        new Span($"{title}: {count}", TextStyle.Bold),
        .. parts.Select(part => new Span($"\n• {part.Name}: {part.Count}{Share(part.Count, whole)}")),
        .. further.Select(line => new Span($"\n• {line}")),
    ]);

    private static string Share(int count, int whole) =>
        count == 0 || whole == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({100.0 * count / whole:0} %)");

    private static string Thumbs(int up, int down) => $"👍 {up}  👎 {down}";

    private static string Date(DateOnly day, StatisticsTexts texts) => $"{day.Day} {texts.Chart.Months[day.Month - 1]}";

    private static string Time(TimeSpan time, StatisticsTexts texts) => time switch
    {
        { TotalMinutes: < 1 } => $"{time.Seconds} {texts.Seconds}",
        { TotalHours: < 1 } => $"{time.Minutes} {texts.Minutes}",
        { TotalDays: < 1 } => $"{time.Hours} {texts.Hours} {time.Minutes} {texts.Minutes}",
        _ => $"{time.Days} {texts.Days} {time.Hours} {texts.Hours}",
    };
}
