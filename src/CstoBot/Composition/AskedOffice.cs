using System.Collections.Frozen;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>
/// "Who is the president of A?" is answered by a sentence that puts a person into that office of A: another country's president
/// beside A's minister names all that is asked, and answers nothing.
/// </summary>
internal sealed class AskedOffice
{
    // "the Secretary General of the Organization of …"
    private const int MaxDistance = 5;

    private const int MinStem = 4;
    private const int MaxEnding = 2;

    private const double Same = 0.9;
    private const double Told = 0.5;

    private static readonly FrozenSet<string> Being = Set("is was are were s has been the current currently now acting такой такая сейчас теперь нынешний был была является у");

    private static readonly FrozenSet<string> Articles = Set("the a an current acting");

    // What follows "кто" and ends so does something, or is somehow, and is no office.
    private static readonly string[] NoOffice = ["ет", "ит", "ют", "ят", "ал", "ил", "ел", "ял", "ала", "ила", "ела", "яла", "али", "или", "ели", "ся", "ый", "ий", "ой", "ен", "ны"];

    private readonly AnalyzedQuery question;
    private readonly QueryConcept office;
    private readonly QueryConcept? name;

    private AskedOffice(AnalyzedQuery question, QueryConcept office, QueryConcept? name) => (this.question, this.office, this.name) = (question, office, name);

    /// <summary>Null when it is not asked who holds an office: "Who is the OFFICE of NAME?", "Кто OFFICE?".</summary>
    public static AskedOffice? OrNull(AnalyzedQuery question, QuestionKind kind)
    {
        var behind = kind != QuestionKind.Person ? [] : question.Terms.SkipWhile(term => term.Exact is not ("who" or "who's" or "кто")).ToList();
        var first = behind.Skip(1).FirstOrDefault(term => !Being.Contains(term.Exact)).Stem;
        if (first is null || !AsksWhoItIs(behind))
        {
            return null;
        }

        var subjects = question.Concepts.Where(concept => concept.SourceMention is null && !Being.Contains(concept.Text.ToLowerInvariant())).ToList();
        var name = subjects.Find(concept => concept.IsName);
        var office = subjects.Find(concept => !concept.IsName);
        var opens = (office ?? name)?.Forms[0].Stems.Contains(first) == true || name?.Forms[0].Stems.Contains(first) == true;
        return office is not null && opens && subjects.Count(concept => concept.IsName) <= 1 ? new AskedOffice(question, office, name) : null;
    }

    /// <summary>Somebody is named in it who holds the office, and nobody else's office is spoken of.</summary>
    /// <param name="all">How strongly each concept of the question stands in the sentence or in what tells of the document.</param>
    public bool IsFilledBy(AnalyzedSentence sentence, IReadOnlyList<double> all) =>
        Places(sentence).Any(place => name is null ? NamesSomebody(sentence, 0, sentence.Terms.Count)
            : IsBeside(name, sentence, place.First, place.Last) ? NamesSomebody(sentence, 0, sentence.Terms.Count)
            : sentence.Stems.Strength(name) == 0 && all[question.Concepts.ToList().IndexOf(name)] >= Told && !IsAnothers(sentence, place.First, place.Last) && NamesSomebody(sentence, place.First - MaxDistance, place.Last + MaxDistance));

    private static bool AsksWhoItIs(List<Term> words) =>
        words[0].Exact == "who's"
        || words[0].Exact == "who" && words.Count > 2 && words[1].Exact is "is" or "was" or "are" or "were" && Articles.Contains(words[2].Exact)
        || words[0].Exact == "кто" && words.Skip(1).FirstOrDefault(term => !Being.Contains(term.Exact)).Exact is { } office && !NoOffice.Any(ending => office.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Where the office stands: the places of its first and its last word.</summary>
    private IEnumerable<(int First, int Last)> Places(AnalyzedSentence sentence) =>
        from form in office.Forms
        where form.Strength >= Same || form == office.Forms[0]
        from first in Enumerable.Range(0, Math.Max(0, sentence.Terms.Count - form.Stems.Count + 1))
        where form.Stems.Select((stem, offset) => IsSameWord(sentence.Terms[first + offset], stem)).All(same => same)
        select (first, first + form.Stems.Count - 1);

    /// <summary>Russian stems of one word may differ by an ending that looks like another ("дека" of "декан").</summary>
    private static bool IsSameWord(Term word, string stem) => word.Stem == stem
        || stem.Length >= MinStem && stem[0] is >= 'а' and <= 'я' && word.Stem.Length - stem.Length is > 0 and <= MaxEnding && word.Stem.StartsWith(stem, StringComparison.Ordinal);

    private static bool IsBeside(QueryConcept name, AnalyzedSentence sentence, int first, int last)
    {
        var terms = sentence.Terms;
        var start = Math.Max(0, first - MaxDistance);
        var near = terms.Skip(start).Take(last + MaxDistance + 1 - start).Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);
        return name.Forms.Any(form => form.Strength >= Same && form.Stems.All(near.Contains))
            || near.Contains(name.Forms[0].Stems[^1]);
    }

    /// <summary>"the A President", "the president of A".</summary>
    private bool IsAnothers(AnalyzedSentence sentence, int first, int last)
    {
        var terms = sentence.Terms;
        return first > 0 && IsOtherName(sentence, terms[first - 1])
            || last + 2 < terms.Count && terms[last + 1].Exact is "of" or "at" && terms.Skip(last + 2).Take(2).Any(term => IsOtherName(sentence, term));
    }

    /// <summary>A name of a person right behind the office, or two capitalized words in a row that the question does not give.</summary>
    private bool NamesSomebody(AnalyzedSentence sentence, int from, int until) =>
        AnswerFit.NamesBeside(sentence, question).Any()
        || sentence.Terms.Zip(sentence.Terms.Skip(1)).Skip(from).Take(until - Math.Max(0, from)).Any(pair =>
            IsOtherName(sentence, pair.First) && IsOtherName(sentence, pair.Second) && sentence.Text.AsSpan(pair.First.End, pair.Second.Start - pair.First.End) is " " or ". ");

    private bool IsOtherName(AnalyzedSentence sentence, Term term) =>
        char.IsUpper(sentence.Text[term.Start])
        && !StopWords.Contains(term.Exact)
        && question.Concepts.All(concept => concept.Forms.All(form => form.IsMember || form.Strength < Same || !form.Stems.Contains(term.Stem)));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
