using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Versions;

namespace CstoBot.Ingestion.Reloading;

/// <summary>Takes in one file: as it is kept when nothing about it changed, else by reading it. One that fails keeps its last good state.</summary>
internal sealed class FileReader(IDocumentExtraction extraction)
{
    /// <param name="before">The file as the version before holds it; null when it does not.</param>
    /// <param name="again">Whether a document of it could not be read the last time.</param>
    public async Task<FileOutcome> ReadAsync(FoundFile file, KnownMetadata known, CorpusFile? before, bool again, CancellationToken cancellationToken)
    {
        IReadOnlyList<FailedDocument> failures = file.Failure is null ? [] : [new FailedDocument(file.Name, file.Failure)];
        try
        {
            var content = file.Hash is null ? await file.Read(cancellationToken) : null;
            var hash = file.Hash ?? Recipe.Hash(content!);
            var recipe = Recipe.Of(file.Name, hash, known.OfFile(file.Name));
            if (before is not null && before.Recipe == recipe && before.Origin == file.Origin && !again)
            {
                return new FileOutcome(before, null, failures);
            }

            var items = await extraction.ExtractAsync(file.FormatName ?? file.Name, content ?? await file.Read(cancellationToken), cancellationToken);
            return Outcome(items.Select(item => Document(item.Name == file.FormatName ? item with { Name = file.Name } : item, known)).ToList(), new ReadFile(file.Name, file.Origin, hash, recipe, []), before, failures);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new FileOutcome(before, null, [.. failures, new FailedDocument(file.Name, Reason(exception))]);
        }
    }

    /// <summary>Of an archive whose documents fail in part, the good ones are taken; where none is good, the last good state stays.</summary>
    private static FileOutcome Outcome(List<(SourceDocument? Document, FailedDocument? Failure)> items, ReadFile file, CorpusFile? before, IReadOnlyList<FailedDocument> failures)
    {
        var documents = items.Select(item => item.Document).OfType<SourceDocument>().ToList();
        var all = failures.Concat(items.Select(item => item.Failure).OfType<FailedDocument>().Select(failure => failure with { File = file.Name })).ToList();
        return documents.Count == 0 ? new FileOutcome(before, null, all) : new FileOutcome(null, file with { Documents = documents }, all);
    }

    private static (SourceDocument?, FailedDocument?) Document(ExtractedItem item, KnownMetadata known)
    {
        try
        {
            return item switch
            {
                ExtractedItem.Read read => (known.Correct(DocumentReader.Read(read.Name, read.Extracted, known.Manifest(read.Name))), null),
                ExtractedItem.Unreadable unreadable => (null, new FailedDocument(unreadable.Name, unreadable.Reason)),
                _ => throw new InvalidOperationException(item.GetType().Name),
            };
        }
        catch (UnreadableDocumentException exception)
        {
            return (null, new FailedDocument(item.Name, exception.Message));
        }
    }

    private static string Reason(Exception exception) =>
        exception is UnreadableDocumentException ? exception.Message : $"could not be read ({exception.GetType().Name})";
}
