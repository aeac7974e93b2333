namespace CstoBot.Ingestion;

/// <summary>Makes corpus versions searchable.</summary>
internal interface ICorpusIndexer
{
    /// <summary>The version in use; null before the first one.</summary>
    Corpus? CurrentOrNull { get; }

    /// <summary>Indexes a version aside, then answers from it.</summary>
    /// <exception cref="SourcesUnavailableException">The folder's glossary cannot be used; the version in use stays.</exception>
    Task IndexAsync(Corpus corpus, CancellationToken cancellationToken);
}
