using System.Collections.Frozen;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Moderation.Curated;

/// <summary>Questions that ask another thing when they are asked again in the same words, or have another right answer although nothing cited has changed.</summary>
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

    private static readonly FrozenSet<string> Pointing = Words("""
        this that these those it its he him his she her they them their here such above
        это этот эта эти этого этой этому этим этом этих эту тот та те том он она оно они его ее их ему ей им ним ней нем них ними там тут здесь такой такая такое такие
        """);

    /// <summary>It speaks of something that only what was said before it tells: another conversation, another thing.</summary>
    public static bool PointsElsewhere(ReadQuestion question)
    {
        var words = question.Question.Carried is { } carried ? QuestionWording.Of(carried, Glossary.Empty) : question.Words;
        return words.Any(word => Pointing.Contains(word.Text))
            || words.Where((word, place) => word.Text == "there" && (place == 0 || words[place - 1].Text is not ("is" or "was" or "be" or "been"))).Any();
    }

    /// <summary>It asks of a day counted from the one on which it is asked.</summary>
    public static bool IsOfTheDay(ReadQuestion question) => question.Words.Any(word => Days.Contains(word.Text))
        || question.Words.Zip(question.Words.Skip(1)).Any(pair => pair is ({ Text: "this" or "last" or "next" or "этом" or "прошлом" or "будущем" }, { Text: "year" or "году" }));

    /// <summary>It asks of what is newest or next: any document that comes may change it.</summary>
    public static bool IsOfTheNewest(ReadQuestion question) => question.Words.Any(word => Newest.Contains(word.Text));

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => TextAnalyzer.Analyze(word)[0].Exact).ToFrozenSet(StringComparer.Ordinal);
}
