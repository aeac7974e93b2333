using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CstoBot.Retrieval.Indexing;

/// <summary>
/// What of an index goes over into the next one: the documents that stay as they are, numbered anew without gaps. Lucene copies them
/// as it merges segments, which spares reading and analyzing their texts.
/// </summary>
internal static class KeptChunks
{
    /// <summary>The new number of each document, by its number before; -1 for one that does not stay.</summary>
    /// <param name="isCompact">Whether the new numbers have no gaps; else those that stay keep theirs.</param>
    public static int[] Numbers(IReadOnlyList<NumberedDocument> before, IReadOnlySet<string> kept, bool isCompact)
    {
        var numbers = new int[before.Count == 0 ? 0 : before[^1].Number + 1];
        Array.Fill(numbers, -1);
        var next = 0;
        foreach (var document in before.Where(document => kept.Contains(document.Name)))
        {
            numbers[document.Number] = isCompact ? next++ : document.Number;
        }

        return numbers;
    }

    /// <summary>Those that stay, with their new numbers.</summary>
    public static IEnumerable<NumberedDocument> Staying(IReadOnlyList<NumberedDocument> before, int[] numbers) =>
        before.Where(document => numbers[document.Number] >= 0).Select(document => document with { Number = numbers[document.Number] });

    /// <summary>The chunks of the documents that stay, for <see cref="IndexWriter.AddIndexes(IndexReader[])"/>.</summary>
    /// <param name="numbers">See <see cref="Numbers"/>.</param>
    public static IndexReader[] Chunks(DirectoryReader chunks, int[] numbers) => chunks.Leaves
        .Select(leaf => leaf.AtomicReader)
        .Select(leaf => (IndexReader)new Leaf(leaf, Staying(leaf, leaf.GetNumericDocValues(PassageIndex.DocumentField), numbers), numbers))
        .ToArray();

    /// <summary>The documents that stay, likewise; an index of documents has one entry for each number.</summary>
    public static IndexReader[] Documents(DirectoryReader documents, int[] numbers) => documents.Leaves
        .Select(leaf => (IndexReader)new Leaf(leaf.AtomicReader, Staying(leaf, numbers), numbers))
        .ToArray();

    private static FixedBitSet Staying(AtomicReader leaf, NumericDocValues documents, int[] numbers)
    {
        var staying = new FixedBitSet(leaf.MaxDoc);
        for (var chunk = 0; chunk < leaf.MaxDoc; chunk++)
        {
            if (numbers[documents.Get(chunk)] >= 0)
            {
                staying.Set(chunk);
            }
        }

        return staying;
    }

    private static FixedBitSet Staying(AtomicReaderContext leaf, int[] numbers)
    {
        var staying = new FixedBitSet(leaf.AtomicReader.MaxDoc);
        for (var entry = 0; entry < leaf.AtomicReader.MaxDoc; entry++)
        {
            if (leaf.DocBase + entry < numbers.Length && numbers[leaf.DocBase + entry] >= 0)
            {
                staying.Set(entry);
            }
        }

        return staying;
    }

    private sealed class Leaf(AtomicReader leaf, FixedBitSet staying, int[] numbers) : FilterAtomicReader(leaf)
    {
        public override IBits LiveDocs => staying;

        public override int NumDocs { get; } = staying.Cardinality;

        public override bool HasDeletions => NumDocs < MaxDoc;

        public override NumericDocValues GetNumericDocValues(string field) => field == PassageIndex.DocumentField
            ? new Renumbered(base.GetNumericDocValues(field), numbers)
            : base.GetNumericDocValues(field);
    }

    private sealed class Renumbered(NumericDocValues before, int[] numbers) : NumericDocValues
    {
        // Of one that does not stay, nobody reads it.
        public override long Get(int chunk) => numbers[before.Get(chunk)];
    }
}

/// <param name="Number">In the index.</param>
internal readonly record struct NumberedDocument(int Number, string Name);
