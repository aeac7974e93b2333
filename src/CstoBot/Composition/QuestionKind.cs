using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>What an answer must hold to be one.</summary>
internal enum QuestionKind
{
    Open,
    Person,
    Place,
    Date,
    Number,
    List,

    /// <summary>A list of named things: countries, bodies, exercises.</summary>
    Names,
    YesNo,
    Reason,
    Definition,
}

/// <summary>Reads what is asked from the words of form, in English and Russian.</summary>
internal static class QuestionClassifier
{
    private static readonly string[] DateNouns = ["date", "dates", "year", "day", "month", "год", "году", "года", "день", "дата", "число", "месяц"];
    private static readonly string[] PlaceNouns = ["city", "country", "place", "town", "capital", "город", "городе", "страна", "стране", "страны", "месте"];
    private static readonly string[] NamedNouns =
    [
        "countries", "members", "states", "nations", "bodies", "organizations", "organisations", "exercises", "drills", "cities",
        "страны", "стран", "члены", "членов", "государства", "государств", "участников", "организациями", "организации", "учения", "органы", "города",
    ];

    private static readonly string[] ListNouns =
    [
        "subjects", "topics", "areas", "events", "threats", "challenges", "measures", "documents", "issues", "темам", "темы", "угрозам",
        "вызовам", "меры", "события", "документы", "вопросы",
    ];

    // The first of them asks; a later one may join clauses: "How did they answer when they were asked?"
    private static readonly string[] QuestionWords =
    [
        "when", "wen", "where", "wheres", "where's", "why", "who", "whom", "whose", "who's", "how", "what", "what's", "whats", "which",
        "когда", "где", "куда", "откуда", "почему", "зачем", "кто", "кого", "кому", "кем", "как", "что", "чем", "какой", "какая", "какое", "какие", "каким", "какую", "каких", "каком",
    ];

    private static readonly string[] Openers = ["is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would", "should"];

    public static QuestionKind Classify(AnalyzedQuery question)
    {
        var words = question.Terms.Select(term => term.Exact).Take(40).ToList();
        var first = words.FirstOrDefault(QuestionWords.Contains);
        return AsksNumber(words) ? QuestionKind.Number
            : first is "when" or "wen" or "когда" || AsksOf(words, DateNouns) || Has(words, "dates", "даты") ? QuestionKind.Date
            : AsksOf(words, NamedNouns) || AsksForMembers(words) || Names(words, NamedNouns) ? QuestionKind.Names
            : AsksOf(words, ListNouns) || Has(words, "list", "перечисли", "перечислите") ? QuestionKind.List
            : first is "where" or "wheres" or "where's" or "где" or "куда" or "откуда" || AsksOf(words, PlaceNouns) ? QuestionKind.Place
            : first is "why" or "почему" or "зачем" ? QuestionKind.Reason
            : first is "who" or "whom" or "whose" or "who's" or "кто" or "кого" or "кому" or "кем" ? QuestionKind.Person
            : AsksWhatItIs(words, question) ? QuestionKind.Definition
            : words.Count > 0 && (Openers.Contains(words[0]) || words.Contains("ли")) ? QuestionKind.YesNo
            : QuestionKind.Open;
    }

    /// <summary>A word for what the answer shows without naming it: "the date", "what year".</summary>
    public static bool IsDateNoun(string word) => DateNouns.Contains(word.ToLowerInvariant());

    /// <summary>A sort of things that have names: countries, bodies.</summary>
    public static bool IsNamedNoun(string word) => NamedNouns.Contains(word);

    /// <summary>"What is X?" of one thing alone, or the thing alone.</summary>
    private static bool AsksWhatItIs(List<string> words, AnalyzedQuery question) =>
        question.Concepts.Count == 1
        && (words.Count == 1 || words is ["what" or "what's" or "whats", ..] or ["что", "такое" or "значит" or "это", ..] or ["define", ..]);

    /// <summary>"Who are the members?", "Кто входит?"</summary>
    private static bool AsksForMembers(List<string> words) =>
        Has(words, "who", "кто") && Has(words, "members", "participants", "belongs", "входит", "входят", "участники", "члены");

    /// <summary>"How many", "how much", "how old", "what number of".</summary>
    private static bool AsksNumber(List<string> words) =>
        Has(words, "сколько", "численность", "количество")
        || words.Zip(words.Skip(1)).Any(pair => pair is ("how", "many" or "much" or "old" or "big" or "large" or "long"))
        || words.Zip(words.Skip(1)).Any(pair => pair is ("what" or "which" or "the", "number" or "size" or "strength"));

    /// <summary>A noun right behind "which", "what" or "какой" says of what sort the answer is.</summary>
    private static bool AsksOf(List<string> words, string[] nouns)
    {
        for (var index = 0; index + 1 < words.Count; index++)
        {
            var asks = words[index] is "which" or "what" || words[index].StartsWith("как", StringComparison.Ordinal);
            if (asks && words.Skip(index + 1).Take(3).Any(nouns.Contains))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Name all the nations", "List the countries".</summary>
    private static bool Names(List<string> words, string[] nouns) =>
        words.Count > 0 && words[0] is "name" or "list" or "enumerate" or "назови" or "назовите" or "перечисли" or "перечислите" && words.Skip(1).Take(4).Any(nouns.Contains);

    private static bool Has(List<string> words, params ReadOnlySpan<string> any)
    {
        foreach (var word in any)
        {
            if (words.Contains(word))
            {
                return true;
            }
        }

        return false;
    }
}
