using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Indexing;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Cli;

/// <summary>The index of a file of document lines: in memory, or in a temporary folder where the file is large; gone when it is disposed.</summary>
internal sealed class CollectionIndex : IDisposable
{
    // The texts and their index in memory take some six times the file's size.
    private const long MaxBytesInMemory = 16 << 20;

    private readonly ScratchFolder? folder;

    private CollectionIndex(PassageIndex index, ScratchFolder? folder) => (Index, this.folder) = (index, folder);

    public PassageIndex Index { get; }

    /// <exception cref="SourcesUnavailableException">The file cannot be read, a line is no document, or there is none.</exception>
    public static CollectionIndex Of(string file) => Of(file, DocumentLines.Throw);

    /// <param name="wrongLine">Told of each line that is no document; the others are taken.</param>
    /// <exception cref="SourcesUnavailableException">The file cannot be read, or holds no document.</exception>
    public static CollectionIndex Of(string file, Action<SourcesUnavailableException> wrongLine)
    {
        var corpus = new Corpus(Path.GetFileName(file), [], []);
        var documents = DocumentLines.Read(file, wrongLine);
        if (new FileInfo(file) is not { Exists: true, Length: > MaxBytesInMemory })
        {
            return new CollectionIndex(PassageIndex.Build(corpus with { Documents = documents.ToList() }, Glossary.Empty), null);
        }

        var folder = ScratchFolder.Create();
        try
        {
            DiskIndex.Write(folder.Path, documents);
            var index = DiskIndex.Open(folder.Path, corpus, Glossary.Empty);
            folder.GoesWith(index);
            return new CollectionIndex(index, folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Index.Dispose();
        folder?.Dispose();
    }
}
