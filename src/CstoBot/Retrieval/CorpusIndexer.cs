using CstoBot.Ingestion;
using Microsoft.Extensions.Options;

namespace CstoBot.Retrieval;

/// <summary>Indexes a corpus with the glossary that lies beside its documents, in memory or on disk by its size, and puts it into use.</summary>
internal sealed class CorpusIndexer(CurrentIndex current, IndexFolder folder, IOptions<SourcesOptions> sources, IOptions<IndexingOptions> options) : ICorpusIndexer
{
    private const long Megabyte = 1 << 20;

    public Corpus? CurrentOrNull => current.ValueOrNull?.Corpus;

    public void Index(Corpus corpus)
    {
        var glossary = GlossaryFile.Load(Path.Combine(sources.Value.FolderPath, GlossaryFile.Name));
        var isSmall = corpus.Documents.Sum(document => (long)document.Text.Length) <= options.Value.MemoryMegabytes * Megabyte;
        current.Switch(isSmall ? PassageIndex.Build(corpus, glossary) : folder.OpenOrBuild(corpus, glossary));
        folder.RemoveOthers(corpus);
    }
}
