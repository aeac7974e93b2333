using System.Collections.Frozen;
using CstoBot.Retrieval.Analysis;

namespace CstoBot.Moderation.Curated;

/// <summary>Questions whose right answer changes although nothing cited does.</summary>
internal static class PassingQuestion
{
    private static readonly FrozenSet<string> Days = Words("""
        today tonight yesterday tomorrow week weekend month сегодня вчера завтра послезавтра позавчера неделе неделю неделя месяце месяц
        """);

    private static readonly FrozenSet<string> Newest = Words("""
        latest newest recent recently last next upcoming soon new news now
        последний последняя последнее последние последнего последней последних недавно следующий следующая следующее следующие ближайший ближайшая ближайшее
        ближайшие скоро новости новый новая новое новые новейший сейчас
        """);

    /// <summary>It asks of a day counted from the one on which it is asked.</summary>
    public static bool IsOfTheDay(ReadQuestion question) => question.Words.Any(word => Days.Contains(word.Text))
        || question.Words.Zip(question.Words.Skip(1)).Any(pair => pair is ({ Text: "this" or "last" or "next" or "этом" or "прошлом" or "будущем" }, { Text: "year" or "году" }));

    /// <summary>It asks of what is newest or next: any document that comes may change it.</summary>
    public static bool IsOfTheNewest(ReadQuestion question) => question.Words.Any(word => Newest.Contains(word.Text));

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => TextAnalyzer.Analyze(word)[0].Exact).ToFrozenSet(StringComparer.Ordinal);
}
