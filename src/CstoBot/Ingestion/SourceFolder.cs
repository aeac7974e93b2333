using System.IO.Enumeration;
using CstoBot.Ingestion.Formats;
using Microsoft.Extensions.Options;

namespace CstoBot.Ingestion;

/// <summary>The configured folder: lists its files and reads them. Folders within it belong to it, but for hidden ones and links, which may lead round in circles.</summary>
internal sealed class SourceFolder(IOptions<SourcesOptions> options, IDocumentExtraction extraction)
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,

        // Skipped silently, a folder that cannot be read would look like one whose documents were removed.
        IgnoreInaccessible = false,
    };

    /// <summary>What lies beside the documents and changes what is made of them.</summary>
    public static IReadOnlyList<string> Beside { get; } = [SourceManifest.FileName, "glossary.yaml"];

    public string FolderPath => options.Value.FolderPath;

    private long MaxBytes => options.Value.MaxFileMegabytes * 1024L * 1024L;

    /// <summary>The names of the files that are documents: their paths within the folder with slashes, in ordinal order. Empty when there is none.</summary>
    /// <exception cref="SourcesUnavailableException">The folder is missing or unreadable.</exception>
    public IReadOnlyList<string> Files()
    {
        if (!Directory.Exists(FolderPath))
        {
            throw new SourcesUnavailableException($"The sources folder does not exist: {FolderPath}");
        }

        try
        {
            return Within(FolderPath)
                .Select(path => Path.GetRelativePath(FolderPath, path).Replace(Path.DirectorySeparatorChar, '/'))
                .Where(extraction.IsDocument)
                .Order(StringComparer.Ordinal)
                .ToList();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SourcesUnavailableException($"The sources folder cannot be read: {FolderPath}");
        }
    }

    /// <summary>The manifest of the folder; an empty one when it has none.</summary>
    /// <exception cref="SourcesUnavailableException">It is there and cannot be used; the message names the line.</exception>
    public SourceManifest Manifest() => SourceManifest.Load(Path.Combine(FolderPath, SourceManifest.FileName));

    /// <exception cref="UnreadableDocumentException">The file is too large, empty or cannot be opened.</exception>
    public byte[] Read(string name)
    {
        try
        {
            var path = Path.Combine(FolderPath, name);
            CheckSize(new FileInfo(path).Length);
            var content = File.ReadAllBytes(path);
            CheckSize(content.LongLength);
            return content;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDocumentException("cannot be opened");
        }
    }

    /// <summary>For a file from elsewhere too.</summary>
    /// <exception cref="UnreadableDocumentException">The file is too large or empty.</exception>
    public void CheckSize(long bytes)
    {
        if (bytes > MaxBytes)
        {
            throw new UnreadableDocumentException(
                $"is {bytes / (1024 * 1024)} MB; the limit is {options.Value.MaxFileMegabytes} MB (Sources:MaxFileMegabytes)");
        }

        // A pipe or a device has no size either, and reading one may never end.
        if (bytes == 0)
        {
            throw new UnreadableDocumentException("holds no text");
        }
    }

    private static FileSystemEnumerable<string> Within(string folder) => new(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), Everything)
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && !entry.IsHidden,
        ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.IsHidden && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
    };
}

/// <summary>There is nothing to answer from. The message is one line for whoever runs the bot.</summary>
internal sealed class SourcesUnavailableException(string message) : Exception(message);

/// <summary>One document cannot be read. The message says why in a few words, to follow the file's name.</summary>
internal sealed class UnreadableDocumentException(string message) : Exception(message);
