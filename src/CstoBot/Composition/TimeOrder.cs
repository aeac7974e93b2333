using System.Collections.Frozen;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>Whether a question asks for the first or the last of things in time.</summary>
internal enum TimeOrder
{
    None,
    Latest,
    Earliest,
}

/// <summary>Reads the order from superlatives of time: "the latest event", "самое раннее заседание".</summary>
internal static class TimeOrderReader
{
    private static readonly FrozenSet<string> Latest = new[]
    {
        "latest", "newest", "recent", "последний", "последняя", "последнее", "последние", "последнего", "новейший", "свежий", "свежая", "свежее", "недавний", "недавнее",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Earliest = new[] { "earliest", "oldest", "ранний", "раннее", "ранняя", "старейший", "старое" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Dated = TextAnalyzer
        .Analyze("event meeting news visit session summit exercise document statement report date dated interview publication decision release update announcement event item событие заседание новость визит саммит учение документ заявление встреча дата интервью публикация решение релиз сообщение объявление выставка обновление")
        .Select(term => term.Stem)
        .ToFrozenSet(StringComparer.Ordinal);

    // Of the question, "the latest dated event" leaves nothing to look for but the order itself.
    private static readonly FrozenSet<string> Form = Latest.Concat(Earliest)
        .Concat(["event", "events", "news", "date", "dated", "document", "documents", "событие", "события", "новость", "новости", "дата", "документ"])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A word that tells the order, and not what is put in order.</summary>
    public static bool IsOfForm(string text) => Form.Contains(text.ToLowerInvariant());

    /// <summary>Only where an event or a publication is asked for: "the latest technologies" are not dated.</summary>
    public static TimeOrder Of(AnalyzedQuery question) =>
        !question.Terms.Any(term => Dated.Contains(term.Stem)) ? TimeOrder.None
        : question.Terms.Any(term => Latest.Contains(term.Exact)) ? TimeOrder.Latest
        : question.Terms.Any(term => Earliest.Contains(term.Exact)) ? TimeOrder.Earliest
        : TimeOrder.None;
}
