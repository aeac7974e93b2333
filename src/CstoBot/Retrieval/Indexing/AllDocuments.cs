using CstoBot.Ingestion;

namespace CstoBot.Retrieval.Indexing;

/// <summary>All documents of a version, where nothing is taken over from the index of the one before.</summary>
internal static class AllDocuments
{
    /// <summary>In the order of their names.</summary>
    /// <param name="before">Where those that stay are read from; null when none stay.</param>
    public static IReadOnlyList<SourceDocument> Of(CorpusContent content, PassageIndex? before) => before is null
        ? content.Others
        : before.Corpus.Documents.Where(document => content.Kept.Contains(document.Name))
            .Concat(content.Others)
            .OrderBy(document => document.Name, StringComparer.Ordinal)
            .ToList();
}
