using System.Collections.Frozen;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>Whether a sentence holds the sort of thing that is asked: a date for "when", a number for "how many".</summary>
internal static class AnswerFit
{
    private static readonly FrozenSet<string> NumberWords = new[]
    {
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "hundred", "hundreds",
        "thousand", "thousands", "million", "billion", "два", "две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять",
        "десять", "сто", "тысяч", "тысячи", "миллион", "миллионов",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> TimeWords = new[]
    {
        "today", "yesterday", "tomorrow", "week", "month", "year", "day", "century", "moment", "hour", "сегодня", "вчера", "завтра", "неделе", "час", "часа", "часов",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend", "daily", "понедельник", "понедельника", "понедельникам", "вторник", "вторникам",
        "среда", "среду", "средам", "четверг", "четвергам", "пятница", "пятницу", "пятницам", "суббота", "субботу", "субботам", "воскресенье", "воскресеньям", "ежедневно", "выходные",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ReasonWords = new[]
    {
        "because", "since", "given", "reason", "due", "therefore", "cause", "causing", "creates", "implies", "especially", "have",
        "так", "поскольку", "потому", "причина", "причине", "ввиду",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> FreeWords = new[] { "free", "nothing", "бесплатно", "бесплатный", "бесплатная" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Units = new[]
    {
        "euro", "euros", "eur", "dollar", "dollars", "usd", "pound", "pounds", "gbp", "rouble", "roubles", "ruble", "rubles", "tenge", "dram", "som", "percent", "per", "people", "persons",
        "рубль", "рубля", "рублей", "руб", "евро", "доллар", "доллара", "долларов", "тенге", "драмов", "сомов", "процент", "процента", "процентов", "человек", "км", "кг",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Two names beside each other are a pair more often than a list.
    private const int MinNames = 3;

    /// <summary>1 when it does or cannot be told, less when it does not.</summary>
    public static double Factor(QuestionKind kind, AnalyzedSentence sentence, AnalyzedQuery question) => kind switch
    {
        QuestionKind.Date => HasDate(sentence) ? 1 : 0.6,
        QuestionKind.Number => Counts(sentence, question) ? 1 : 0.45,
        QuestionKind.Place => NewNames(sentence, question) > 0 ? 1 : 0.8,
        QuestionKind.Person => NamesBeside(sentence, question).Any() ? 1 : NewNames(sentence, question) > 0 ? 0.85 : 0.75,
        QuestionKind.Names => NewNames(sentence, question) switch { 0 => 0.5, 1 => 0.75, _ => 1 },
        QuestionKind.Definition => Defines(sentence, question.Concepts[0]) ? 1 : 0.7,
        QuestionKind.Reason => sentence.Terms.Any(term => ReasonWords.Contains(term.Exact)) ? 1 : 0.9,
        QuestionKind.List => IsEnumeration(sentence) ? 1 : 0.8,
        _ => 1,
    };

    /// <summary>A list inside a sentence: three separators or more, one of which may be the "and" of anything.</summary>
    public static bool IsEnumeration(AnalyzedSentence sentence) =>
        sentence.Text.Count(character => character is ',' or ';') + sentence.Terms.Count(term => term.Exact is "and" or "и") >= 3;

    /// <summary>A number, or where things are counted their whole list: "How many countries?" is answered where they are named one by one.</summary>
    public static bool Counts(AnalyzedSentence sentence, AnalyzedQuery question) =>
        HasNumber(sentence, question)
        || AsksAmount(question) && sentence.Terms.Any(term => FreeWords.Contains(term.Exact))
        || AsksCount(question) && NamesInARow(sentence) >= MinNames;

    /// <summary>"How many countries": things that a text names one by one, unlike soldiers.</summary>
    private static bool AsksCount(AnalyzedQuery question) =>
        question.Terms.Any(term => term.Exact is "many" or "number" or "количество" or "сколько") && question.Terms.Any(term => QuestionClassifier.IsNamedNoun(term.Exact));

    /// <summary>The longest run of capitalized words with nothing but a comma or an "and" between them.</summary>
    private static int NamesInARow(AnalyzedSentence sentence)
    {
        var (row, longest, end) = (0, 0, 0);
        foreach (var term in sentence.Terms.Where(term => char.IsUpper(sentence.Text[term.Start])))
        {
            row = sentence.Text.AsSpan(end, term.Start - end).Trim().ToString() is "," or "and" or ", and" or "и" or ";" ? row + 1 : 1;
            longest = Math.Max(longest, row);
            end = term.End;
        }

        return longest;
    }

    /// <summary>Which of the question's concepts is counted: "members" of "how many members"; null when none is.</summary>
    public static int? CountedOrNull(AnalyzedQuery question)
    {
        var counted = question.Terms.SkipWhile(term => term.Exact is not ("many" or "сколько")).Skip(1).Where(term => !StopWords.Contains(term.Exact)).Select(term => term.Stem).FirstOrDefault();
        var place = counted is null || AsksAmount(question) ? -1 : question.Concepts.ToList().FindIndex(concept => concept.Forms[0].Stems.Contains(counted));
        return place < 0 ? null : place;
    }

    private static bool HasDate(AnalyzedSentence sentence) =>
        sentence.Terms.Any(term => term.IsNumber || StatedDate.MonthOrNull(term.Exact) is not null || TimeWords.Contains(term.Exact));

    /// <summary>A number that counts: not a year or a day beside a month, and not one the question itself gave.</summary>
    private static bool HasNumber(AnalyzedSentence sentence, AnalyzedQuery question)
    {
        for (var index = 0; index < sentence.Terms.Count; index++)
        {
            var term = sentence.Terms[index];
            var counts = NumberWords.Contains(term.Exact) && !AsksAmount(question) || term.IsNumber && (IsAmount(sentence.Terms, index) || !IsPartOfDate(sentence.Terms, index)) && !IsPartOfName(sentence, term);
            if (counts && question.Terms.All(asked => asked.Exact != term.Exact))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"How much does it cost?": an amount is written in digits, while "three" counts things.</summary>
    private static bool AsksAmount(AnalyzedQuery question) => question.Terms.Any(term => term.Exact is "much" or "cost" or "costs" or "price" or "стоит" or "стоят" or "цена");

    /// <summary>"1200 roubles" is no year.</summary>
    private static bool IsAmount(IReadOnlyList<Term> terms, int index) => index + 1 < terms.Count && Units.Contains(terms[index + 1].Exact);

    private static bool IsPartOfDate(IReadOnlyList<Term> terms, int index) =>
        terms[index].Exact.Length == 4 && terms[index].Exact[0] is '1' or '2'
        || index > 0 && StatedDate.MonthOrNull(terms[index - 1].Exact) is not null
        || index + 1 < terms.Count && StatedDate.MonthOrNull(terms[index + 1].Exact) is not null;

    // "Interaction-2024": hyphenated to a word.
    private static bool IsPartOfName(AnalyzedSentence sentence, Term term) =>
        term.Start > 0 && SentenceMarks.IsDash(sentence.Text[term.Start - 1]);

    /// <summary>
    /// How many names the sentence adds to those of the question: members of the sort that is asked for where the
    /// glossary knows them, else capitalized words, the sentence's first aside.
    /// </summary>
    private static int NewNames(AnalyzedSentence sentence, AnalyzedQuery question)
    {
        var members = question.Concepts.SelectMany(concept => concept.Forms).Where(form => form.IsMember).ToList();
        return members.Count > 0
            ? members.Count(member => sentence.Stems.Presence(member.Stems) >= 1 && !IsAsked(member.Stems[0], question))
            : sentence.Terms.Count(term => term.Start > 1 && char.IsUpper(sentence.Text[term.Start]) && !IsAsked(term.Stem, question));
    }

    /// <summary>The names that stand right beside what the question asks of: "the CSTO Secretary General Imangali Tasmagambetov". Stems.</summary>
    public static IEnumerable<string> NamesBeside(AnalyzedSentence sentence, AnalyzedQuery question)
    {
        var roles = question.Concepts.Where(concept => !concept.IsName).SelectMany(concept => concept.Forms).Where(form => form.Strength >= 0.9).ToList();
        for (var index = 0; index < sentence.Terms.Count; index++)
        {
            if (roles.Any(role => role.Stems[^1] == sentence.Terms[index].Stem && sentence.Stems.Presence(role.Stems) >= 1))
            {
                foreach (var term in sentence.Terms.Skip(index + 1).TakeWhile(term => char.IsUpper(sentence.Text[term.Start]) && !IsAsked(term.Stem, question)))
                {
                    yield return term.Stem;
                }
            }
        }
    }

    /// <summary>Whether the question gave the name itself, in this spelling or another.</summary>
    private static bool IsAsked(string stem, AnalyzedQuery question) => question.Concepts.Any(concept =>
        concept.Forms.Any(form => form is { IsMember: false, Strength: >= 0.9 } && form.Stems.Contains(stem)));

    /// <summary>"X is a …": the thing, a word of being right behind it, and an article.</summary>
    private static bool Defines(AnalyzedSentence sentence, QueryConcept concept)
    {
        for (var index = 1; index + 1 < sentence.Terms.Count; index++)
        {
            var isDefining = sentence.Terms[index].Exact is "это" or "является" or "means"
                || sentence.Terms[index].Exact is "is" or "are" or "was" && sentence.Terms[index + 1].Exact is "a" or "an" or "the" or "one";
            if (isDefining
                && concept.Forms.Any(form => form.Strength >= 0.9 && form.Stems[^1] == sentence.Terms[index - 1].Stem))
            {
                return true;
            }
        }

        return false;
    }
}
