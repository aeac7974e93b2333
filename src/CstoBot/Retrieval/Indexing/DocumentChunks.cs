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
        var (low, high) = (0, index.Corpus.Documents.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(NameAt(index, middle), name) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low < index.Corpus.Documents.Count && NameAt(index, low) == name ? At(index, low) : null;
    }

    /// <param name="place">The document's, in the order of names.</param>
    private static DocumentChunks At(PassageIndex index, int place)
    {
        var first = index.FirstChunk(place);
        var (number, behind) = (index.DocumentNumber(first), first + 1);
        while (behind < index.Chunks.Count && index.DocumentNumber(behind) == number)
        {
            behind++;
        }

        return new DocumentChunks(index, first, behind - first);
    }

    private static string NameAt(PassageIndex index, int place) => index.DocumentName(index.FirstChunk(place));

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
}
