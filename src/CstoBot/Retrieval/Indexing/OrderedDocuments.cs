using System.Collections;
using CstoBot.Ingestion;

namespace CstoBot.Retrieval.Indexing;

/// <summary>The documents of an index in the order of their names, where it holds them in another.</summary>
/// <param name="order">The number in the index of each document, in the order of the names.</param>
internal sealed class OrderedDocuments(IReadOnlyList<SourceDocument> indexed, int[] order) : IReadOnlyList<SourceDocument>, IDisposable
{
    /// <summary>By their numbers in the index.</summary>
    public IReadOnlyList<SourceDocument> Indexed => indexed;

    public int Count => order.Length;

    public SourceDocument this[int index] => indexed[order[index]];

    public IEnumerator<SourceDocument> GetEnumerator() => order.Select(number => indexed[number]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => (indexed as IDisposable)?.Dispose();

    /// <summary>The numbers of documents in the order of their names; null when they are 0, 1, 2 and so on in that order already.</summary>
    public static int[]? OrderOrNull(IEnumerable<NumberedDocument> documents)
    {
        var order = documents.OrderBy(document => document.Name, StringComparer.Ordinal).Select(document => document.Number).ToArray();
        return order.AsSpan().SequenceEqual(Enumerable.Range(0, order.Length).ToArray()) ? null : order;
    }
}
