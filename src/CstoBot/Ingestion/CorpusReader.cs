using System.Security.Cryptography;
using System.Text;

namespace CstoBot.Ingestion;

/// <summary>
/// Reads every document of the sources into a new corpus version. A document that fails keeps its last good state, so a
/// reload never makes the bot know less; an empty or unreadable folder changes nothing.
/// </summary>
internal sealed partial class CorpusReader(SourceFolder folder, ILogger<CorpusReader> logger)
{
    /// <param name="previous">The corpus in use; null at the first load.</param>
    /// <exception cref="SourcesUnavailableException">There is no document to read, or none can be read.</exception>
    public Corpus Read(Corpus? previous, CancellationToken cancellationToken)
    {
        var manifest = folder.Manifest();
        var documents = new List<SourceDocument>();
        var failures = new List<FailedDocument>();
        foreach (var path in folder.Files())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = Path.GetFileName(path);
            try
            {
                documents.Add(DocumentReader.Read(name, folder.Read(path), manifest.Documents.GetValueOrDefault(name, DocumentMetadata.Unknown)));
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(new FailedDocument(name, Reason(exception)));
                documents.AddRange(previous?.Documents.Where(document => document.Name == name) ?? []);
            }
        }

        if (failures.Count > 0)
        {
            LogFailures(failures.Count, failures.Count + documents.Count);
        }

        return documents.Count == 0
            ? throw new SourcesUnavailableException($"No document could be read: {failures[0].Name} {failures[0].Reason}.")
            : new Corpus(Version(documents), documents, failures);
    }

    private static string Reason(Exception exception) =>
        exception is UnreadableDocumentException ? exception.Message : $"could not be read ({exception.GetType().Name})";

    /// <summary>Twelve hex digits of a hash over the documents' names, texts and metadata.</summary>
    private static string Version(List<SourceDocument> documents)
    {
        var parts = string.Concat(documents.Select(document => $"{document.Name}\0{document.ContentHash}\0{document.Metadata}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..12];
    }

    [LoggerMessage(LogLevel.Warning, "{Failed} of {Files} files could not be read: `cstobot sources` names them and says why")]
    private partial void LogFailures(int failed, int files);
}
