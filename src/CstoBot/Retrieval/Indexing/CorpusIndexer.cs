using CstoBot.Ingestion;
using CstoBot.Retrieval.Dense;
using CstoBot.Retrieval.Queries;
using Microsoft.Extensions.Options;

namespace CstoBot.Retrieval.Indexing;

/// <summary>Indexes a corpus with the glossary that lies beside its documents, in memory or on disk by its size, and puts it into use.</summary>
internal sealed class CorpusIndexer(CurrentIndex current, IndexFolder folder, DenseSearch dense, IOptions<SourcesOptions> sources) : ICorpusIndexer
{
    public Corpus? CurrentOrNull => current.ValueOrNull?.Corpus;

    public async Task IndexAsync(Corpus corpus, CancellationToken cancellationToken)
    {
        var glossary = GlossaryFile.Of(sources.Value.FolderPath);
        var index = folder.IsFor(corpus) ? folder.OpenOrBuild(corpus, glossary) : PassageIndex.Build(corpus, glossary);
        await dense.PrepareAsync(index, cancellationToken);
        current.Switch(index);
        folder.RemoveOthers(corpus);
    }
}
