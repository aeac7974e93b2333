using System.Runtime.InteropServices;
using CstoBot.Retrieval.Analysis;

namespace CstoBot.Retrieval.Ranking;

/// <summary>The words that tell what some chunks have in common, each with its share of them. For one thread.</summary>
internal sealed class RelevanceModel
{
    // From 20 to 100 little changes.
    private const int MaxWords = 40;

    // Ten chunks of a page hold about as many different words.
    private const int UsualWords = 1_024;

    private static readonly Comparer<(double Worth, uint Stem)> LeastFirst = Comparer<(double Worth, uint Stem)>.Create(
        static (one, other) => one.Worth != other.Worth ? one.Worth.CompareTo(other.Worth) : other.Stem.CompareTo(one.Stem));

    private readonly QueryWords words = new();
    private readonly List<(int Word, double Mass, double Weight)> entries = [];
    private readonly double says;

    private RelevanceModel(double says) => this.says = says;

    /// <param name="says">How much each of the first candidates counts, above 0.</param>
    /// <param name="wordsOf">The words of the candidate at a place.</param>
    /// <param name="weightOf">How much a stem tells; 0 for one that is not to be used.</param>
    public static RelevanceModel Of(IReadOnlyList<double> says, Feedback.WordsOf wordsOf, Func<uint, double> weightOf)
    {
        var masses = new Dictionary<uint, double>(UsualWords);
        for (var candidate = 0; candidate < says.Count; candidate++)
        {
            var chunk = wordsOf(candidate);
            var share = says[candidate] / chunk.Length;
            foreach (var word in chunk)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(masses, WordId.Stem(word), out _) += share;
            }
        }

        var model = new RelevanceModel(says.Sum());
        foreach (var (stem, mass, weight) in Telling(masses, weightOf))
        {
            model.entries.Add((model.words.Add(stem), mass, weight));
        }

        return model;
    }

    /// <summary>How much a chunk holds of what the others have in common; 0 or more.</summary>
    /// <param name="say">How much the chunk itself counted for the model, which is taken out first; 0 for a chunk outside it.</param>
    /// <param name="average">Length of a chunk, in words.</param>
    public double Score(ReadOnlySpan<uint> chunk, double say, double average)
    {
        var others = says - say;
        if (others <= 0)
        {
            return 0;
        }

        words.Find(chunk);
        var score = 0.0;
        foreach (var (word, mass, weight) in entries)
        {
            var occurrences = words.Places(word).Length;
            if (occurrences > 0)
            {
                var rest = Math.Max(0, mass - (say * occurrences / chunk.Length));
                score += rest / others * Bm25.Score(weight, occurrences, chunk.Length, average);
            }
        }

        return score;
    }

    /// <summary>The words of the most worth, most first. Most of a thousand are looked at once and never sorted.</summary>
    private static IEnumerable<(uint Stem, double Mass, double Weight)> Telling(Dictionary<uint, double> masses, Func<uint, double> weightOf)
    {
        var telling = new PriorityQueue<(double Mass, double Weight), (double Worth, uint Stem)>(MaxWords + 1, LeastFirst);
        foreach (var (stem, mass) in masses)
        {
            if (weightOf(stem) is var weight and > 0)
            {
                if (telling.Count < MaxWords)
                {
                    telling.Enqueue((mass, weight), (mass * weight, stem));
                }
                else
                {
                    telling.EnqueueDequeue((mass, weight), (mass * weight, stem));
                }
            }
        }

        return telling.UnorderedItems
            .OrderByDescending(word => word.Priority, LeastFirst)
            .Select(word => (word.Priority.Stem, word.Element.Mass, word.Element.Weight));
    }
}
