using CstoBot.Ingestion.Versions;

namespace CstoBot.Ingestion.Reloading;

/// <summary>The version that questions are answered from, and how the next one gets its index from it.</summary>
internal sealed class CorpusInUse(ICorpusStore store, ICorpusIndexer indexer, TimeProvider time)
{
    private static readonly IReadOnlyDictionary<string, SourceDocument> NothingRead = new Dictionary<string, SourceDocument>();

    private CorpusSnapshot? snapshot;
    private IReadOnlyDictionary<string, string> keys = new Dictionary<string, string>();

    /// <summary>What could not be read the last time.</summary>
    public IReadOnlyList<FailedDocument> Failures { get; private set; } = [];

    /// <summary>The files of which something could not be read the last time.</summary>
    public IReadOnlySet<string> Failing => Failures.Select(failure => failure.File).ToHashSet();

    /// <summary>0 before the first version.</summary>
    public int Number => snapshot?.Version.Number ?? 0;

    /// <summary>Takes over the latest version that is kept: at the start, and when another process made it.</summary>
    /// <returns>The version in use; null when there is none.</returns>
    public async Task<CorpusSnapshot?> CatchUpAsync(CancellationToken cancellationToken)
    {
        if (await store.LatestNumberAsync(cancellationToken) != Number && await store.CurrentOrNullAsync(cancellationToken) is { } latest)
        {
            var prepared = await PrepareAsync(latest, NothingRead, [], new Progress<Indexed>(), cancellationToken);
            Switch(latest, prepared, []);
        }

        return snapshot;
    }

    /// <param name="read">Documents that need not be read from the store, by key.</param>
    public async Task<IPreparedCorpus> PrepareAsync(
        CorpusSnapshot next,
        IReadOnlyDictionary<string, SourceDocument> read,
        IReadOnlyList<FailedDocument> failures,
        IProgress<Indexed> indexed,
        CancellationToken cancellationToken)
    {
        var documents = next.Documents;
        var header = Header(next, failures);
        if (keys.Count == 0 && await indexer.OpenOrNullAsync(header, cancellationToken) is { } kept && kept.Corpus.Documents.Count == documents.Count)
        {
            return kept;
        }

        var staying = documents.Where(document => keys.GetValueOrDefault(document.Name) == document.Key).Select(document => document.Name).ToHashSet();
        var others = documents.Where(document => !staying.Contains(document.Name)).ToList();
        var missing = others.Where(document => !read.ContainsKey(document.Key)).Select(document => document.Key).ToList();
        var stored = (await store.ReadAsync(missing, cancellationToken)).Zip(missing).ToDictionary(pair => pair.Second, pair => pair.First);
        return await indexer.PrepareAsync(
            new CorpusContent(
                header,
                documents.Sum(document => (long)document.Length),
                staying,
                others.ConvertAll(document => read.GetValueOrDefault(document.Key) ?? stored[document.Key])),
            indexed,
            cancellationToken);
    }

    public void Switch(CorpusSnapshot next, IPreparedCorpus prepared, IReadOnlyList<FailedDocument> failures)
    {
        prepared.Switch();
        snapshot = next;
        keys = next.Documents.ToDictionary(document => document.Name, document => document.Key);
        Failures = failures;
    }

    private Corpus Header(CorpusSnapshot next, IReadOnlyList<FailedDocument> failures) => new(next.Version.Id, [], failures)
    {
        Number = next.Version.Number,
        States = VersionDocuments.States(next.Files, next.Corrections, failures),
        LeftOut = next.LeftOut.Order(StringComparer.Ordinal).ToList(),
        ReadAt = time.GetUtcNow(),
    };
}
