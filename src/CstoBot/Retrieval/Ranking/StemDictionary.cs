using CstoBot.Retrieval.Analysis;
using Lucene.Net.Index;

namespace CstoBot.Retrieval.Ranking;

/// <summary>
/// The stems of an index with the number of chunks that hold each, asked by how they begin and by their <see cref="WordId"/>; kept in
/// memory (some 80 bytes a stem). Empty for an index of more stems than <see cref="MaxStems"/>: what builds on it is then left out.
/// </summary>
internal sealed class StemDictionary
{
    /// <summary>Reading these many takes a quarter of a second and 40 MB; English and Russian texts have them at some hundred thousand chunks.</summary>
    public const int MaxStems = 500_000;

    private readonly string[] stems;
    private readonly int[] frequencies;
    private readonly Dictionary<uint, int> frequencyOf;

    /// <param name="entries">In ordinal order, each stem once.</param>
    public StemDictionary(IReadOnlyCollection<(string Stem, int Frequency)> entries)
    {
        stems = entries.Select(entry => entry.Stem).ToArray();
        frequencies = entries.Select(entry => entry.Frequency).ToArray();
        frequencyOf = new Dictionary<uint, int>(stems.Length);
        for (var number = 0; number < stems.Length; number++)
        {
            // Two stems of one identity cannot be told apart in a chunk either.
            var id = WordId.OfStem(stems[number]);
            frequencyOf[id] = frequencyOf.GetValueOrDefault(id) + frequencies[number];
        }
    }

    public static StemDictionary Empty { get; } = new([]);

    public bool IsEmpty => stems.Length == 0;

    public static StemDictionary Of(IndexReader reader)
    {
        var stemsAtMost = reader.Leaves.Sum(leaf => leaf.AtomicReader.GetTerms(PassageIndex.TextField)?.Count ?? 0);
        return stemsAtMost is > 0 and <= MaxStems ? new StemDictionary(Entries(MultiFields.GetTerms(reader, PassageIndex.TextField))) : Empty;
    }

    /// <summary>In how many chunks a stem stands; 0 when it is unknown.</summary>
    public int Frequency(uint stemId) => frequencyOf.GetValueOrDefault(stemId);

    /// <summary>The stems that begin with these characters.</summary>
    public IEnumerable<(string Stem, int Frequency)> BeginningWith(string beginning)
    {
        var found = Array.BinarySearch(stems, beginning, StringComparer.Ordinal);
        for (var number = found < 0 ? ~found : found; number < stems.Length; number++)
        {
            if (!stems[number].StartsWith(beginning, StringComparison.Ordinal))
            {
                yield break;
            }

            yield return (stems[number], frequencies[number]);
        }
    }

    private static List<(string Stem, int Frequency)> Entries(Terms terms)
    {
        var (entries, isOrdered) = (new List<(string Stem, int Frequency)>(), true);
        var all = terms.GetEnumerator();
        while (all.MoveNext())
        {
            var stem = all.Term.Utf8ToString();
            isOrdered &= entries.Count == 0 || string.CompareOrdinal(entries[^1].Stem, stem) < 0;
            entries.Add((stem, all.DocFreq));
        }

        // Lucene orders by UTF-8 bytes, which differs from UTF-16 beyond the first 65,536 characters.
        if (!isOrdered)
        {
            entries.Sort((one, other) => string.CompareOrdinal(one.Stem, other.Stem));
        }

        return entries;
    }
}
