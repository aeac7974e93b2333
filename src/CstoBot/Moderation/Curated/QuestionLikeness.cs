using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Moderation.Curated;

/// <summary>A question read for comparison with others of the same index.</summary>
internal sealed class ReadQuestion
{
    private readonly Lazy<IReadOnlyList<SpokenOf>> concepts;
    private readonly Lazy<QuestionKind> kind;

    private ReadQuestion(StandaloneQuestion question, Language language, IReadOnlyList<AskedWord> words, PassageIndex index)
    {
        (Question, Language, Words) = (question, language, words);
        Key = $"{language} {string.Join(' ', words.Select(word => word.Text))}";
        var query = new Lazy<AnalyzedQuery>(() => QueryAnalyzer.Analyze(question, index));
        concepts = new Lazy<IReadOnlyList<SpokenOf>>(() => [.. query.Value.Concepts.Select(SpokenOf.Of)]);
        kind = new Lazy<QuestionKind>(() => QuestionClassifier.Classify(query.Value));
    }

    public StandaloneQuestion Question { get; }

    public Language Language { get; }

    /// <summary>Empty when there is nothing to compare.</summary>
    public IReadOnlyList<AskedWord> Words { get; }

    /// <summary>Equal for two questions that ask the same in the same words.</summary>
    public string Key { get; }

    public IReadOnlyList<SpokenOf> Concepts => concepts.Value;

    public QuestionKind Kind => kind.Value;

    public static ReadQuestion Of(StandaloneQuestion question, Language language, PassageIndex index)
    {
        var words = question.Carried is null
            ? QuestionWording.Of(question.Text, index.Glossary)
            : QuestionWording.OfFollowUpOrNull(question.Text, question.Carried, index.Glossary) ?? Both(question.Text, question.Carried, index.Glossary);
        return new ReadQuestion(question, language, words, index);
    }

    private static IReadOnlyList<AskedWord> Both(string text, string carried, Glossary glossary) =>
        [.. QuestionWording.Of(text, glossary), new AskedWord("/", IsPlain: false), .. QuestionWording.Of(carried, glossary)];
}

/// <summary>One thing that a question speaks of.</summary>
/// <param name="Own">As the question has it.</param>
/// <param name="Spellings">All it may be called, with how surely it is the same; 1 for the question's own words.</param>
/// <param name="Weight">How much it tells; above 0.</param>
internal sealed record SpokenOf(string Own, IReadOnlyDictionary<string, double> Spellings, double Weight)
{
    private const double MinWeight = 0.3;

    public static SpokenOf Of(QueryConcept concept)
    {
        var spellings = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var form in concept.Forms)
        {
            var key = string.Join(' ', form.Stems);
            spellings[key] = Math.Max(form.Strength, spellings.GetValueOrDefault(key));
        }

        return new SpokenOf(string.Join(' ', concept.Forms[0].Stems), spellings, Math.Max(MinWeight, concept.Weight));
    }

    /// <summary>0 to 1; the same both ways.</summary>
    public double Agreement(SpokenOf other) => Math.Max(Spellings.GetValueOrDefault(other.Own), other.Spellings.GetValueOrDefault(Own));
}

/// <param name="Score">0 to 1; the same both ways.</param>
/// <param name="IsSame">Nothing tells the two apart but, at most, a further word in one of them. Only then an answer may be given again.</param>
internal readonly record struct Likeness(double Score, bool IsSame);

/// <summary>How alike two questions are. Whatever may make them two questions does: words of form, names, numbers and the order of words. Pure.</summary>
internal static class QuestionLikeness
{
    /// <summary>From this score on two questions have the same words.</summary>
    public const double SameWordsFrom = 0.9;

    // Two questions of the same words after reading, but not as typed.
    private const double ReadAlike = 0.95;

    // A further word narrows: never as alike as the same words.
    private const double Narrowed = 0.89;

    private const double OtherKind = 0.8;

    public static Likeness Of(ReadQuestion one, ReadQuestion other)
    {
        if (one.Language != other.Language || one.Words.Count == 0 || other.Words.Count == 0)
        {
            return default;
        }

        if (one.Key == other.Key)
        {
            return new Likeness(one.Question == other.Question ? 1 : ReadAlike, IsSame: true);
        }

        var shared = Shared(one.Concepts, other.Concepts) * (one.Kind == other.Kind ? 1 : OtherKind);
        return new Likeness(Math.Min(Narrowed, shared), IsSame: one.Kind == other.Kind && (Narrows(one, other) || Narrows(other, one)));
    }

    /// <summary>Whether the longer one has all the words of the shorter one in their order, and plain words besides.</summary>
    private static bool Narrows(ReadQuestion shorter, ReadQuestion longer)
    {
        var next = 0;
        foreach (var word in longer.Words)
        {
            if (next < shorter.Words.Count && shorter.Words[next].Text == word.Text)
            {
                next++;
            }
            else if (!word.IsPlain)
            {
                return false;
            }
        }

        return next == shorter.Words.Count;
    }

    /// <summary>What both speak of, of all that either speaks of, weighed by how rare it is.</summary>
    private static double Shared(IReadOnlyList<SpokenOf> one, IReadOnlyList<SpokenOf> other)
    {
        var total = one.Concat(other).Sum(concept => concept.Weight);
        return total == 0 ? 0 : (Matched(one, other) + Matched(other, one)) / total;
    }

    private static double Matched(IReadOnlyList<SpokenOf> concepts, IReadOnlyList<SpokenOf> others) =>
        concepts.Sum(concept => concept.Weight * others.Select(concept.Agreement).DefaultIfEmpty(0).Max());
}
