using System.Runtime.InteropServices;

namespace CstoBot.Retrieval.Ranking;

/// <summary>
/// How much of the question stands close together: the weights of the different words in the best window of <see cref="Window"/> words.
/// An answer stands in a sentence or two, not all over a passage. Compare the passages of fixed length of Kaszkiel and Zobel,
/// "Effective Ranking with Arbitrary Passages" (2001).
/// </summary>
/// <param name="weighed">The question's words by their numbers in <paramref name="words"/>, each once.</param>
internal sealed class ClosestWords(IReadOnlyList<(int Word, double Weight)> weighed, QueryWords words)
{
    /// <summary>In words, about one long sentence. Between 15 and 50 little changes.</summary>
    public const int Window = 30;

    private readonly List<(int Place, int Number)> places = [];
    private readonly int[] inWindow = new int[weighed.Count];

    /// <summary>From 0 to the sum of the weights; of the chunk that <see cref="QueryWords"/> read last.</summary>
    public double Score()
    {
        places.Clear();
        for (var number = 0; number < weighed.Count; number++)
        {
            foreach (var place in words.Places(weighed[number].Word))
            {
                places.Add((place, number));
            }
        }

        places.Sort();
        Array.Clear(inWindow);
        return Best(CollectionsMarshal.AsSpan(places));
    }

    private double Best(ReadOnlySpan<(int Place, int Number)> sorted)
    {
        var (best, sum, first) = (0.0, 0.0, 0);
        foreach (var (place, number) in sorted)
        {
            while (sorted[first].Place <= place - Window)
            {
                var left = sorted[first++].Number;
                sum -= --inWindow[left] == 0 ? weighed[left].Weight : 0;
            }

            sum += inWindow[number]++ == 0 ? weighed[number].Weight : 0;
            best = Math.Max(best, sum);
        }

        return best;
    }
}
