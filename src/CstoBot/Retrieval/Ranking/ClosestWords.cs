using System.Runtime.InteropServices;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Retrieval.Ranking;

/// <summary>
/// How much of the question stands close together: the weights of the different concepts in the best window of <see cref="Window"/> words.
/// An answer stands in a sentence or two, not all over a passage. Compare the passages of fixed length of Kaszkiel and Zobel,
/// "Effective Ranking with Arbitrary Passages" (2001).
/// </summary>
internal sealed class ClosestWords
{
    /// <summary>In words, about one long sentence. Between 15 and 50 little changes.</summary>
    public const int Window = 30;

    private readonly QueryWords words;
    private readonly List<(int[] Words, int Concept, double Weight)> forms = [];
    // Each a place and, in the lower half, a form: numbers sort ten times as fast as pairs.
    private readonly List<long> places = [];
    private readonly int[] inWindow;

    public ClosestWords(IReadOnlyList<QueryConcept> concepts, QueryWords words)
    {
        this.words = words;
        for (var number = 0; number < concepts.Count; number++)
        {
            foreach (var form in concepts[number].Forms)
            {
                forms.Add((form.Stems.Select(words.Add).ToArray(), number, form.Strength * concepts[number].Weight));
            }
        }

        inWindow = new int[forms.Count];
    }

    /// <summary>From 0 to the sum of the concepts' weights; of the chunk that <see cref="QueryWords"/> read last.</summary>
    /// <param name="length">Of the chunk, in words.</param>
    public double Score(int length)
    {
        places.Clear();
        for (var number = 0; number < forms.Count; number++)
        {
            foreach (var place in words.Places(forms[number].Words[0]))
            {
                if (forms[number].Words.Length == 1 || WordPlaces.Nearness(words, forms[number].Words, place, 0, length) > 0)
                {
                    places.Add(((long)place << 32) | (uint)number);
                }
            }
        }

        places.Sort();
        Array.Clear(inWindow);
        return Best(CollectionsMarshal.AsSpan(places));
    }

    private double Best(ReadOnlySpan<long> sorted)
    {
        var (best, sum, first) = (0.0, 0.0, 0);
        foreach (var next in sorted)
        {
            var (place, form) = ((int)(next >> 32), (int)next);
            while ((int)(sorted[first] >> 32) <= place - Window)
            {
                var left = (int)sorted[first++];
                var before = inWindow[left] == 1 ? BestSpelling(forms[left].Concept) : 0;
                sum -= --inWindow[left] == 0 ? before - BestSpelling(forms[left].Concept) : 0;
            }

            var without = inWindow[form] == 0 ? BestSpelling(forms[form].Concept) : 0;
            sum += inWindow[form]++ == 0 ? BestSpelling(forms[form].Concept) - without : 0;
            best = Math.Max(best, sum);
        }

        return best;
    }

    /// <summary>The weight of the best spelling of a concept in the window; 0 when it has none.</summary>
    private double BestSpelling(int concept)
    {
        var best = 0.0;
        for (var form = 0; form < forms.Count; form++)
        {
            best = forms[form].Concept == concept && inWindow[form] > 0 ? Math.Max(best, forms[form].Weight) : best;
        }

        return best;
    }
}
