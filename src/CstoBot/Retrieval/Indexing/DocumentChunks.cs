using CstoBot.Ingestion;

namespace CstoBot.Retrieval.Indexing;

/// <summary>A document's chunks in an index, in order; read from disk one by one where the corpus is large.</summary>
internal sealed class DocumentChunks
{
    private readonly PassageIndex index;
    private readonly int first;

    private DocumentChunks(PassageIndex index, int first, int count) => (this.index, this.first, Count) = (index, first, count);

    public int Count { get; }

    public Chunk this[int place] => index.Chunks[first + place];

    /// <summary>Null when the corpus has no such document. A corpus is in the order of its documents' names, so it is searched by halves.</summary>
    public static DocumentChunks? OfOrNull(PassageIndex index, string name)
    {
        var first = FirstNotBefore(index, name, orEqual: false);
        var behind = FirstNotBefore(index, name, orEqual: true);
        return behind > first ? new DocumentChunks(index, first, behind - first) : null;
    }

    /// <summary>The number in the index of the chunk in which a quote stands; null when it does not stand there any more.</summary>
    /// <param name="span">Where it stood.</param>
    public int? NumberOrNull(TextSpan span, string quote) => PlaceOrNull(span, quote) is { } place ? first + place : null;

    /// <summary>The place of the chunk in which a quote stands; null when it does not stand there any more.</summary>
    /// <inheritdoc cref="NumberOrNull"/>
    public int? PlaceOrNull(TextSpan span, string quote)
    {
        var text = this[0].Document.Text;
        return span.End <= text.Length && span.In(text).SequenceEqual(quote) ? PlaceOrNull(span) : null;
    }

    /// <summary>The place of the chunk that holds a stretch of the document; null when none holds all of it.</summary>
    public int? PlaceOrNull(TextSpan span)
    {
        for (var place = 0; place < Count; place++)
        {
            if (this[place].Span.Contains(span))
            {
                return place;
            }
        }

        return null;
    }

    private static int FirstNotBefore(PassageIndex index, string name, bool orEqual)
    {
        var (low, high) = (0, index.Chunks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(index.DocumentName(middle), name);
            if (order < 0 || orEqual && order == 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
