using System.Globalization;
using System.Text.RegularExpressions;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>The days that a question limits itself to: "before July 2025", "после 1 июля 2025 года". Only dates with their year.</summary>
/// <param name="From">The first of them; null when there is no beginning.</param>
/// <param name="Until">The last of them; null when there is no end.</param>
/// <param name="Words">Which of the question's words give the date, in lower case.</param>
internal sealed partial record AskedDates(DateOnly? From, DateOnly? Until, IReadOnlyList<string> Words)
{
    /// <summary>Null when the question gives no such date.</summary>
    public static AskedDates? OrNull(string question)
    {
        var match = Limit().Match(question);
        if (!match.Success || Days(match) is not var (first, last))
        {
            return null;
        }

        var words = Word().Matches(match.Groups["date"].Value).Select(word => word.Value.ToLowerInvariant()).ToList();
        return match.Groups["order"].Value.ToLowerInvariant() switch
        {
            "since" or "с" or "начиная с" => new AskedDates(first, null, words),
            "after" or "later than" or "после" or "позже" or "позднее" => last < DateOnly.MaxValue ? new AskedDates(last.AddDays(1), null, words) : null,
            _ => first > DateOnly.MinValue ? new AskedDates(null, first.AddDays(-1), words) : null,
        };
    }

    /// <summary>The question without the words of the date, which need not stand in a text that is dated so.</summary>
    public AnalyzedQuery Without(AnalyzedQuery question) =>
        question with { Concepts = question.Concepts.Where(concept => !Words.Contains(concept.Text.ToLowerInvariant())).ToList() };

    public bool Holds(DateOnly day) => (From is not { } from || day >= from) && (Until is not { } until || day <= until);

    /// <summary>The first and the last day of the date: of one day, of a month, of a year.</summary>
    private static (DateOnly First, DateOnly Last)? Days(Match match)
    {
        if (StatedDate.LatestOrNull(match.Groups["date"].Value) is { } day)
        {
            return (day, day);
        }

        if (!int.TryParse(match.Groups["year"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return null;
        }

        return StatedDate.MonthOrNull(match.Groups["month"].Value) is { } month
            ? (new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)))
            : match.Groups["month"].Success ? null : (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
    }

    // The day may stand on either side of the month; numeric dates are read by StatedDate.
    [GeneratedRegex(@"\b(?<order>before|prior to|earlier than|until|till|after|later than|since|до|раньше|ранее|после|позже|позднее|начиная с|с)\s+(?:the\s+)?(?<date>\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}|(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:(?<month>\p{L}{3,9})\.?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?<year>[12]\d{3})(?:\s+(?:года|год|г\.))?)(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Limit();

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Word();
}
