using System.Text;
using Microsoft.Extensions.Options;

namespace CstoBot.Ingestion;

/// <summary>The configured folder: lists its documents and reads their text.</summary>
internal sealed class SourceFolder(IOptions<SourcesOptions> options)
{
    private static readonly string[] TextExtensions = [".txt", ".md", ".text"];

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The documents' paths, ordered by name so that every load sees the same order.</summary>
    /// <exception cref="SourcesUnavailableException">The folder is missing, unreadable or holds no document.</exception>
    public IReadOnlyList<string> Files()
    {
        var folder = options.Value.FolderPath;
        var files = List(folder);
        if (files.Count == 0)
        {
            throw new SourcesUnavailableException($"The sources folder holds no documents ({string.Join(", ", TextExtensions)}): {folder}");
        }

        return files;
    }

    /// <summary>The manifest of the folder; an empty one when it has none.</summary>
    public SourceManifest Manifest() => SourceManifest.Load(Path.Combine(options.Value.FolderPath, SourceManifest.FileName));

    /// <summary>Reads a document's text, without its byte-order mark.</summary>
    /// <exception cref="UnreadableDocumentException">The file is too large, not UTF-8, empty or cannot be opened.</exception>
    public string Read(string path)
    {
        try
        {
            var size = new FileInfo(path).Length;
            if (size > options.Value.MaxFileMegabytes * 1024L * 1024L)
            {
                throw new UnreadableDocumentException(
                    $"is {size / (1024 * 1024)} MB; the limit is {options.Value.MaxFileMegabytes} MB (Sources:MaxFileMegabytes)");
            }

            // A pipe or a device has no size either, and reading one may never end.
            if (size == 0)
            {
                throw new UnreadableDocumentException("holds no text");
            }

            var text = StrictUtf8.GetString(File.ReadAllBytes(path));
            text = text.StartsWith('\uFEFF') ? text[1..] : text;
            return string.IsNullOrWhiteSpace(text) ? throw new UnreadableDocumentException("holds no text") : text;
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableDocumentException("is not UTF-8 text; save it as UTF-8");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDocumentException("cannot be opened");
        }
    }

    private static List<string> List(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new SourcesUnavailableException($"The sources folder does not exist: {folder}");
        }

        try
        {
            return Directory.EnumerateFiles(folder)
                .Where(file => TextExtensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .ToList();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SourcesUnavailableException($"The sources folder cannot be read: {folder}");
        }
    }
}

/// <summary>There is nothing to answer from. The message is one line for whoever runs the bot.</summary>
internal sealed class SourcesUnavailableException(string message) : Exception(message);

/// <summary>One document cannot be read. The message says why in a few words, to follow the file's name.</summary>
internal sealed class UnreadableDocumentException(string message) : Exception(message);
