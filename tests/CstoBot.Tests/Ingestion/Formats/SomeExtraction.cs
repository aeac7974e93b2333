using CstoBot.Ingestion;
using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Formats.Workers;
using Microsoft.Extensions.Options;

namespace CstoBot.Tests.Ingestion.Formats;

/// <summary>The real reading of files, with its processes.</summary>
internal sealed class SomeExtraction : IDisposable
{
    public SomeExtraction(FormatsOptions? options = null, int maxFileMegabytes = 20, TimeProvider? time = null)
    {
        var formats = Options.Create(options ?? new FormatsOptions());
        Processes = new ExtractionProcesses(formats, time ?? TimeProvider.System);
        Extraction = new DocumentExtraction(Processes, formats, Options.Create(new SourcesOptions { MaxFileMegabytes = maxFileMegabytes }));
    }

    public ExtractionProcesses Processes { get; }

    public IDocumentExtraction Extraction { get; }

    public void Dispose() => Processes.Dispose();
}
