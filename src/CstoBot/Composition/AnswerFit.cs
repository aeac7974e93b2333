using System.Collections.Frozen;
using CstoBot.Ingestion;
using CstoBot.Retrieval;

namespace CstoBot.Composition;

/// <summary>Whether a sentence holds the sort of thing that is asked: a date for "when", a number for "how many".</summary>
internal static class AnswerFit
{
    private static readonly FrozenSet<string> NumberWords = new[]
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "hundred", "hundreds",
        "thousand", "thousands", "million", "billion", "один", "два", "две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять",
        "десять", "сто", "тысяч", "тысячи", "миллион", "миллионов",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> TimeWords = new[]
    {
        "today", "yesterday", "tomorrow", "week", "month", "year", "day", "century", "moment", "сегодня", "вчера", "завтра", "неделе",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ReasonWords = new[]
    {
        "because", "since", "given", "reason", "due", "therefore", "cause", "causing", "creates", "implies", "especially", "have",
        "так", "поскольку", "потому", "причина", "причине", "ввиду",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>1 when it does or cannot be told, less when it does not.</summary>
    public static double Factor(QuestionKind kind, AnalyzedSentence sentence, AnalyzedQuery question) => kind switch
    {
        QuestionKind.Date => HasDate(sentence) ? 1 : 0.6,
        QuestionKind.Number => HasNumber(sentence, question) ? 1 : 0.45,
        QuestionKind.Place or QuestionKind.Person => HasNewName(sentence, question) ? 1 : 0.85,
        QuestionKind.Reason => sentence.Terms.Any(term => ReasonWords.Contains(term.Exact)) ? 1 : 0.9,
        _ => 1,
    };

    private static bool HasDate(AnalyzedSentence sentence) =>
        sentence.Terms.Any(term => term.IsNumber || StatedDate.MonthOrNull(term.Exact) is not null || TimeWords.Contains(term.Exact));

    /// <summary>A number that counts: not a year or a day beside a month, and not one the question itself gave.</summary>
    private static bool HasNumber(AnalyzedSentence sentence, AnalyzedQuery question)
    {
        for (var index = 0; index < sentence.Terms.Count; index++)
        {
            var term = sentence.Terms[index];
            var counts = NumberWords.Contains(term.Exact) || term.IsNumber && !IsPartOfDate(sentence.Terms, index) && !IsPartOfName(sentence, term);
            if (counts && question.Terms.All(asked => asked.Exact != term.Exact))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartOfDate(IReadOnlyList<Term> terms, int index) =>
        terms[index].Exact.Length == 4 && terms[index].Exact[0] is '1' or '2'
        || index > 0 && StatedDate.MonthOrNull(terms[index - 1].Exact) is not null
        || index + 1 < terms.Count && StatedDate.MonthOrNull(terms[index + 1].Exact) is not null;

    // "Interaction-2024": hyphenated to a word.
    private static bool IsPartOfName(AnalyzedSentence sentence, Term term) =>
        term.Start > 0 && SentenceMarks.IsDash(sentence.Text[term.Start - 1]);

    private static bool HasNewName(AnalyzedSentence sentence, AnalyzedQuery question) =>
        sentence.Terms.Any(term => term.Start > 1
            && char.IsUpper(sentence.Text[term.Start])
            && question.Terms.All(asked => asked.Stem != term.Stem));
}
