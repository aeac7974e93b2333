using CstoBot.Ingestion.Formats.Archives;
using CstoBot.Ingestion.Formats.Workers;
using Microsoft.Extensions.Options;

namespace CstoBot.Ingestion.Formats;

/// <summary>The path of a file: is it what its name says, is it an archive, and who reads it.</summary>
internal sealed class DocumentExtraction(ExtractionProcesses processes, IOptions<FormatsOptions> options, IOptions<SourcesOptions> sources) : IDocumentExtraction
{
    private readonly ReadingLimits limits = ReadingLimits.Of(options.Value);

    public bool IsDocument(string name) => FileFormats.OfNameOrNull(name) is not null;

    public async Task<IReadOnlyList<ExtractedItem>> ExtractAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        if (Format(name, content) != FileFormat.Zip)
        {
            return [new ExtractedItem.Read(name, await ReadAsync(name, content, cancellationToken))];
        }

        using var archive = new ZipDocuments(name, content, options.Value, sources.Value.MaxFileMegabytes * 1024L * 1024L);
        var items = new List<ExtractedItem>();
        var reading = new Queue<Task<ExtractedItem>>();
        foreach (var entry in archive.Entries(cancellationToken))
        {
            // As many at once as there are processes to read them; an archive must not be unpacked into memory as a whole.
            reading.Enqueue(entry.Failure is { } failure ? Task.FromResult<ExtractedItem>(new ExtractedItem.Unreadable(entry.Name, failure)) : ItemAsync(entry.Name, entry.Content, cancellationToken));
            if (reading.Count > Environment.ProcessorCount)
            {
                items.Add(await reading.Dequeue());
            }
        }

        items.AddRange(await Task.WhenAll(reading));
        return items;
    }

    private async Task<ExtractedItem> ItemAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            return new ExtractedItem.Read(name, await ReadAsync(name, content, cancellationToken));
        }
        catch (UnreadableDocumentException exception)
        {
            return new ExtractedItem.Unreadable(name, exception.Message);
        }
    }

    private async Task<ExtractedText> ReadAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        var format = Format(name, content);
        return FormatReaders.NeedsOwnProcess(format)
            ? await processes.ReadAsync(new ExtractionRequest(format, limits, content), cancellationToken)
            : FormatReaders.Read(format, content, limits);
    }

    private static FileFormat Format(string name, byte[] content)
    {
        var format = FileFormats.OfNameOrNull(name) ?? throw new UnreadableDocumentException("is of no format that is read (.txt, .md, .html, .docx, .pdf, .zip)");
        return FormatSniffer.ObjectionOrNull(format, content) is { } objection ? throw new UnreadableDocumentException(objection) : format;
    }
}
