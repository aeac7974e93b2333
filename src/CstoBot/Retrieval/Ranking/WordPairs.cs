
namespace CstoBot.Retrieval.Ranking;

/// <summary>
/// How often neighbouring words of the question follow each other in a chunk, as near as in the question: the ordered part of the
/// sequential dependence model (Metzler and Croft, "A Markov Random Field Model for Term Dependencies", 2005), weighed as BM25 does.
/// </summary>
internal sealed class WordPairs
{
    private readonly QueryWords words;
    private readonly double average;
    private readonly List<(int First, int Second, int Gap, double Weight)> pairs = [];

    /// <param name="weighed">The question's words that tell, in order: by their numbers in <paramref name="words"/> and with their places in the question.</param>
    /// <param name="average">Length of a chunk, in words.</param>
    public WordPairs(IReadOnlyList<(int Word, int Place, double Weight)> weighed, QueryWords words, double average)
    {
        this.words = words;
        this.average = average;
        foreach (var (one, other) in weighed.Zip(weighed.Skip(1)))
        {
            if (one.Word != other.Word && one.Weight > 0 && other.Weight > 0)
            {
                pairs.Add((one.Word, other.Word, other.Place - one.Place, (one.Weight + other.Weight) / 2));
            }
        }
    }

    /// <summary>In the units of <see cref="Bm25"/>; of the chunk that <see cref="QueryWords"/> read last.</summary>
    /// <param name="length">Of the chunk, in words.</param>
    public double Score(int length)
    {
        var score = 0.0;
        foreach (var (first, second, gap, weight) in pairs)
        {
            score += Bm25.Score(weight, Count(words.Places(first), words.Places(second), gap), length, average);
        }

        return score;
    }

    /// <summary>How many of the first places have one of the second behind them, at most so far off.</summary>
    private static int Count(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int gap)
    {
        var (count, next) = (0, 0);
        foreach (var place in first)
        {
            while (next < second.Length && second[next] <= place)
            {
                next++;
            }

            count += next < second.Length && second[next] - place <= gap ? 1 : 0;
        }

        return count;
    }
}
