using CstoBot.Ingestion;
using CstoBot.Retrieval.Dense;
using CstoBot.Retrieval.Queries;
using Microsoft.Extensions.Options;

namespace CstoBot.Retrieval.Indexing;

/// <summary>Indexes a corpus with the glossary that lies beside its documents, in memory or on disk by its size, and puts it into use.</summary>
internal sealed class CorpusIndexer(CurrentIndex current, IndexFolder folder, DenseSearch dense, IOptions<SourcesOptions> sources) : ICorpusIndexer
{
    public Corpus? CurrentOrNull => current.ValueOrNull?.Corpus;

    public async Task<IPreparedCorpus?> OpenOrNullAsync(Corpus header, CancellationToken cancellationToken) =>
        folder.OpenOrNull(header, Glossary()) is { } index ? await PreparedAsync(index, cancellationToken) : null;

    public async Task<IPreparedCorpus> PrepareAsync(CorpusContent content, IProgress<Indexed> indexed, CancellationToken cancellationToken) =>
        await PreparedAsync(Make(content, Glossary(), indexed), cancellationToken);

    private Glossary Glossary() => GlossaryFile.Of(sources.Value.FolderPath);

    private PassageIndex Make(CorpusContent content, Glossary glossary, IProgress<Indexed> indexed)
    {
        var before = content.Kept.Count > 0 ? current.ValueOrNull : null;
        var onDisk = folder.IsFor(content.Length);
        return before is not null && content.Others.Count == 0 && content.Kept.Count == before.Corpus.Documents.Count
            ? before.With(content.Header, glossary)
            : onDisk ? folder.OpenOrBuild(content, before, glossary, indexed)
            : before is not null && StoredDocuments.ReaderOrNull(before) is null ? MemoryIndex.Update(before, content.Header, content.Kept, content.Others, glossary, indexed)
            : MemoryIndex.Build(content.Header with { Documents = AllDocuments.Of(content, before) }, glossary, indexed);
    }

    private async Task<IPreparedCorpus> PreparedAsync(PassageIndex index, CancellationToken cancellationToken)
    {
        await dense.PrepareAsync(index, cancellationToken);
        return new Prepared(index, current, folder);
    }

    private sealed class Prepared(PassageIndex index, CurrentIndex current, IndexFolder folder) : IPreparedCorpus
    {
        public Corpus Corpus => index.Corpus;

        public int Chunks => index.Chunks.Count;

        public void Switch()
        {
            current.Switch(index);
            folder.RemoveOthers(index.Corpus);
        }

        public void Discard() => folder.RemoveOthers(current.ValueOrNull?.Corpus ?? index.Corpus);
    }
}
