using System.Runtime.InteropServices;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Indexing;

namespace CstoBot.Retrieval.Ranking;

/// <summary>The words that a ranking looks for, and where they stand in the chunk at hand. One pass over a chunk's words finds them all.</summary>
internal sealed class QueryWords
{
    // Most words of a text are none of the query's: one bit each tells so at once. 4,096 bits, some 100 of them set at most.
    private const int FilterBits = 12;

    private readonly Dictionary<uint, int> numbers = [];
    private readonly List<List<int>> places = [];
    private readonly ulong[] filter = new ulong[(1 << FilterBits) / 64];

    /// <summary>The number by which to ask for a stem's places.</summary>
    public int Add(string stem) => Add(WordId.OfStem(stem));

    /// <param name="id">A stem's, see <see cref="WordId.OfStem"/>.</param>
    public int Add(uint id)
    {
        if (!numbers.TryGetValue(id, out var number))
        {
            numbers[id] = number = places.Count;
            places.Add([]);
            var bit = (int)(id & ((1 << FilterBits) - 1));
            filter[bit / 64] |= 1ul << (bit % 64);
        }

        return number;
    }

    /// <summary>Where a stem stands in the chunk read last, counted in words of <see cref="ChunkWords.All"/>, in order.</summary>
    public ReadOnlySpan<int> Places(int number) => CollectionsMarshal.AsSpan(places[number]);

    public void Find(ReadOnlySpan<uint> words)
    {
        foreach (var list in places)
        {
            list.Clear();
        }

        for (var position = 0; position < words.Length; position++)
        {
            var stem = WordId.Stem(words[position]);
            var bit = (int)(stem & ((1 << FilterBits) - 1));
            if ((filter[bit / 64] >> (bit % 64) & 1) != 0 && numbers.TryGetValue(stem, out var number))
            {
                places[number].Add(position);
            }
        }
    }
}
