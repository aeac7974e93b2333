namespace CstoBot.Ingestion;

/// <summary>Makes corpus versions searchable.</summary>
internal interface ICorpusIndexer
{
    /// <summary>The version in use; null before the first one.</summary>
    Corpus? CurrentOrNull { get; }

    /// <summary>The version's index where one is kept on disk; null where there is none, or it is broken.</summary>
    /// <param name="header">The version; its documents are read from the index.</param>
    Task<IPreparedCorpus?> OpenOrNullAsync(Corpus header, CancellationToken cancellationToken);

    /// <summary>Indexes a version aside.</summary>
    /// <exception cref="SourcesUnavailableException">The folder's glossary cannot be used, or the index not be written.</exception>
    Task<IPreparedCorpus> PrepareAsync(CorpusContent content, IProgress<Indexed> indexed, CancellationToken cancellationToken);
}

/// <summary>What a version is made of.</summary>
/// <param name="Header">All but its documents.</param>
/// <param name="Length">Of all texts together, in UTF-16 code units.</param>
/// <param name="Kept">The documents of the version in use that stay as they are; empty where none is in use.</param>
/// <param name="Others">Those that are new or changed, in the order of their names.</param>
internal sealed record CorpusContent(Corpus Header, long Length, IReadOnlySet<string> Kept, IReadOnlyList<SourceDocument> Others);

/// <summary>A version ready for use.</summary>
internal interface IPreparedCorpus
{
    Corpus Corpus { get; }

    int Chunks { get; }

    /// <summary>Questions that come from now on are answered from it.</summary>
    void Switch();

    /// <summary>It will not be used after all.</summary>
    void Discard();
}

/// <summary>How much of a version is indexed so far, what stays of the one before not counted.</summary>
internal readonly record struct Indexed(int Documents, int Chunks);
