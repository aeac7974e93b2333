using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Moderation.Curated;

/// <summary>A question read for comparison with others of the same index.</summary>
internal sealed class ReadQuestion
{
    private readonly Lazy<AnalyzedQuery> query;
    private readonly Lazy<QuestionKind> kind;

    private ReadQuestion(StandaloneQuestion question, Language language, IReadOnlyList<AskedWord> words, PassageIndex index)
    {
        (Question, Language, Words) = (question, language, words);
        Key = $"{language} {string.Join(' ', words.Select(word => word.Text))}";
        query = new Lazy<AnalyzedQuery>(() => QueryAnalyzer.Analyze(question, index));
        kind = new Lazy<QuestionKind>(() => QuestionClassifier.Classify(query.Value));
    }

    public StandaloneQuestion Question { get; }

    public Language Language { get; }

    /// <summary>Empty when there is nothing to compare.</summary>
    public IReadOnlyList<AskedWord> Words { get; }

    /// <summary>Equal for two questions that ask the same in the same words.</summary>
    public string Key { get; }

    public AnalyzedQuery Query => query.Value;

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
    private const double MinWeight = 0.3;

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

        var shared = Shared(one.Query.Concepts, other.Query.Concepts) * (one.Kind == other.Kind ? 1 : OtherKind);
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
    private static double Shared(IReadOnlyList<QueryConcept> one, IReadOnlyList<QueryConcept> other)
    {
        var total = one.Concat(other).Sum(Weight);
        return total == 0 ? 0 : (Matched(one, other) + Matched(other, one)) / total;
    }

    private static double Matched(IReadOnlyList<QueryConcept> concepts, IReadOnlyList<QueryConcept> others) =>
        concepts.Sum(concept => Weight(concept) * others.Select(other => Agreement(concept, other)).DefaultIfEmpty(0).Max());

    private static double Weight(QueryConcept concept) => Math.Max(MinWeight, concept.Weight);

    private static double Agreement(QueryConcept one, QueryConcept other) => one.Forms
        .SelectMany(form => other.Forms.Where(candidate => candidate.Stems.SequenceEqual(form.Stems)).Select(candidate => candidate.Strength * form.Strength))
        .DefaultIfEmpty(0)
        .Max();
}
