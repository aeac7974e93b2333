using CstoBot.Ingestion;
using Microsoft.Extensions.Options;

namespace CstoBot.Retrieval;

/// <summary>Indexes a corpus with the glossary that lies beside its documents, in memory or on disk by its size, and puts it into use.</summary>
internal sealed class CorpusIndexer(CurrentIndex current, IndexFolder folder, IOptions<SourcesOptions> sources) : ICorpusIndexer
{
    public Corpus? CurrentOrNull => current.ValueOrNull?.Corpus;

    public void Index(Corpus corpus)
    {
        var glossary = GlossaryFile.Load(Path.Combine(sources.Value.FolderPath, GlossaryFile.Name));
        current.Switch(folder.IsFor(corpus) ? folder.OpenOrBuild(corpus, glossary) : PassageIndex.Build(corpus, glossary));
        folder.RemoveOthers(corpus);
    }
}
