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
    /// <param name="length">Of all its texts, in UTF-16 code units.</param>
    public bool IsFor(long length) => length > options.Value.MemoryMegabytes * Megabyte;

    /// <summary>The index that lies there; null when there is none, or a broken one.</summary>
    public PassageIndex? OpenOrNull(Corpus corpus, Glossary glossary) => TryOpen(PathOf(corpus), corpus, glossary);

    /// <summary>The index that lies there, or a new one.</summary>
    /// <param name="before">The index of the version in use; null where nothing stays of it.</param>
    /// <exception cref="SourcesUnavailableException">It cannot be written.</exception>
    public PassageIndex OpenOrBuild(CorpusContent content, PassageIndex? before, Glossary glossary, IProgress<Indexed>? indexed = null) =>
        OpenOrNull(content.Header, glossary)
        ?? (options.Value.Keep ? BuildKept(PathOf(content.Header), content, before, glossary, indexed) : BuildTemporary(content, before, glossary, indexed));

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

    private string PathOf(Corpus corpus) => Path.Combine(Path.GetFullPath(options.Value.Folder), Name(corpus));

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

    private PassageIndex BuildKept(string path, CorpusContent content, PassageIndex? before, Glossary glossary, IProgress<Indexed>? indexed)
    {
        TryRemove(path);
        var aside = Path.Combine(options.Value.Folder, Unfinished + Guid.NewGuid().ToString("N"));
        try
        {
            Directory.CreateDirectory(aside);
            Write(aside, content, before, indexed);
            Directory.Move(aside, path);
            return DiskIndex.Open(path, content.Header, glossary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryRemove(aside);
            throw new SourcesUnavailableException($"The index cannot be written to {path}: {exception.Message.Split('\n')[0].TrimEnd()}");
        }
        catch
        {
            TryRemove(aside);
            throw;
        }
    }

    private PassageIndex BuildTemporary(CorpusContent content, PassageIndex? before, Glossary glossary, IProgress<Indexed>? indexed)
    {
        var folder = ScratchFolder.Create();
        Write(folder.Path, content, before, indexed);
        var index = DiskIndex.Open(folder.Path, content.Header, glossary);
        folder.GoesWith(index);
        return index;
    }

    private void Write(string path, CorpusContent content, PassageIndex? before, IProgress<Indexed>? indexed)
    {
        var started = Stopwatch.GetTimestamp();
        if (before is not null && StoredDocuments.ReaderOrNull(before) is not null)
        {
            DiskIndex.Update(path, before, content.Kept, content.Others, indexed);
        }
        else
        {
            DiskIndex.Write(path, AllDocuments.Of(content, before), indexed);
        }

        LogBuilt(content.Header.Version, content.Kept.Count + content.Others.Count, Stopwatch.GetElapsedTime(started).TotalSeconds);
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

    [LoggerMessage(3007, LogLevel.Information, "Index of corpus {Version}: {Chunks} passages on disk, opened in {Milliseconds:0} ms")]
    private partial void LogOpened(string version, int chunks, double milliseconds);

    [LoggerMessage(3008, LogLevel.Information, "Index of corpus {Version}: {Documents} documents indexed on disk in {Seconds:0.0} s")]
    private partial void LogBuilt(string version, int documents, double seconds);

    [LoggerMessage(3009, LogLevel.Warning, "The index in {Folder} is broken ({Fault}) and is made anew")]
    private partial void LogBroken(string folder, string fault);

    [LoggerMessage(3010, LogLevel.Warning, "The old index in {Folder} cannot be removed now")]
    private partial void LogNotRemoved(string folder);
}
