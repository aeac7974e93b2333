using System.Diagnostics;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;
using Microsoft.Extensions.Options;

namespace CstoBot.Retrieval.Indexing;

/// <summary>
/// Where indexes on disk lie: a folder for each corpus version and format. One is built aside and renamed when it is whole, so what
/// bears a version's name is whole; a broken one all the same is made anew. Where nothing may be kept, a matching one is opened
/// and a new one lies in a temporary folder as long as the program runs.
/// </summary>
internal sealed partial class IndexFolder(IOptions<IndexingOptions> options, ILogger<IndexFolder> logger)
{
    private const string Unfinished = "unfinished-";
    private const long Megabyte = 1 << 20;

    /// <summary>Whether a corpus is too large for an index in memory.</summary>
    public bool IsFor(Corpus corpus) => corpus.Documents.Sum(document => (long)document.Text.Length) > options.Value.MemoryMegabytes * Megabyte;

    /// <summary>The index that lies there, or a new one.</summary>
    /// <exception cref="SourcesUnavailableException">It cannot be written.</exception>
    public PassageIndex OpenOrBuild(Corpus corpus, Glossary glossary)
    {
        var path = Path.Combine(Path.GetFullPath(options.Value.Folder), Name(corpus));
        return TryOpen(path, corpus, glossary) ?? (options.Value.Keep ? BuildKept(path, corpus, glossary) : BuildTemporary(corpus, glossary));
    }

    /// <summary>Removes the indexes of other versions; those still read from go at a later time where the system does not let go of them.</summary>
    public void RemoveOthers(Corpus current)
    {
        if (!options.Value.Keep || !Directory.Exists(options.Value.Folder))
        {
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(options.Value.Folder).Where(folder => Path.GetFileName(folder) != Name(current)))
        {
            TryRemove(folder);
        }
    }

    private static string Name(Corpus corpus) => $"{corpus.Version}-{DiskIndex.Format}.{TextAnalyzer.Format}";

    private PassageIndex? TryOpen(string path, Corpus corpus, Glossary glossary)
    {
        if (!Directory.Exists(path))
        {
            return null;
        }

        try
        {
            var started = Stopwatch.GetTimestamp();
            var index = DiskIndex.Open(path, corpus, glossary);
            LogOpened(corpus.Version, index.Chunks.Count, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return index;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever half a file makes of the reader: it is no index.
            LogBroken(path, exception.GetType().Name);
            return null;
        }
    }

    private PassageIndex BuildKept(string path, Corpus corpus, Glossary glossary)
    {
        TryRemove(path);
        var aside = Path.Combine(options.Value.Folder, Unfinished + Guid.NewGuid().ToString("N"));
        try
        {
            Directory.CreateDirectory(aside);
            Write(aside, corpus);
            Directory.Move(aside, path);
            return DiskIndex.Open(path, corpus, glossary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryRemove(aside);
            throw new SourcesUnavailableException($"The index cannot be written to {path}: {exception.Message.Split('\n')[0].TrimEnd()}");
        }
    }

    private PassageIndex BuildTemporary(Corpus corpus, Glossary glossary)
    {
        var folder = ScratchFolder.Create();
        Write(folder.Path, corpus);
        var index = DiskIndex.Open(folder.Path, corpus, glossary);
        folder.GoesWith(index);
        return index;
    }

    private void Write(string path, Corpus corpus)
    {
        var started = Stopwatch.GetTimestamp();
        DiskIndex.Write(path, corpus.Documents);
        LogBuilt(corpus.Version, corpus.Documents.Count, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private void TryRemove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotRemoved(folder);
        }
    }

    [LoggerMessage(LogLevel.Information, "Index of corpus {Version}: {Chunks} passages on disk, opened in {Milliseconds:0} ms")]
    private partial void LogOpened(string version, int chunks, double milliseconds);

    [LoggerMessage(LogLevel.Information, "Index of corpus {Version}: {Documents} documents indexed on disk in {Seconds:0.0} s")]
    private partial void LogBuilt(string version, int documents, double seconds);

    [LoggerMessage(LogLevel.Warning, "The index in {Folder} is broken ({Fault}) and is made anew")]
    private partial void LogBroken(string folder, string fault);

    [LoggerMessage(LogLevel.Warning, "The old index in {Folder} cannot be removed now")]
    private partial void LogNotRemoved(string folder);
}
