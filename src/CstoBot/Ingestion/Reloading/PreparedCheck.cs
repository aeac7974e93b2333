using CstoBot.Ingestion.Versions;

namespace CstoBot.Ingestion.Reloading;

/// <summary>Whether an index holds what its version says, before it is put into use.</summary>
internal static class PreparedCheck
{
    // Each is read from disk; all of them would take as long as the index took.
    private const int Samples = 20;

    /// <param name="documents">Of the version, in the order of their names.</param>
    /// <exception cref="SourcesUnavailableException">It does not.</exception>
    public static void Check(IPreparedCorpus prepared, IReadOnlyList<CorpusDocument> documents)
    {
        if (prepared.Corpus.Documents.Count != documents.Count || prepared.Chunks < documents.Count)
        {
            throw new SourcesUnavailableException(
                $"The new index holds {prepared.Corpus.Documents.Count} documents of {documents.Count}; the version before stays in use.");
        }

        for (var place = 0; place < documents.Count; place += Math.Max(1, documents.Count / Samples))
        {
            var indexed = prepared.Corpus.Documents[place];
            if (indexed.Name != documents[place].Name || indexed.ContentHash != documents[place].ContentHash)
            {
                throw new SourcesUnavailableException("The new index does not hold the documents as they were read; the version before stays in use.");
            }
        }
    }
}
