using CstoBot.Ingestion;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CstoBot.Tests.Ingestion;

/// <summary>A folder of documents that is gone after the test.</summary>
internal sealed class SomeSources : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("cstobot-tests-").FullName;

    public static SourceFolder Source(string folder, int maxFileMegabytes = 20) =>
        new(Options.Create(new SourcesOptions { Folder = folder, MaxFileMegabytes = maxFileMegabytes }));

    public static CorpusReader Reader(string folder, int maxFileMegabytes = 20) =>
        new(Source(folder, maxFileMegabytes), NullLogger<CorpusReader>.Instance);

    public string Add(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string Add(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public Corpus Read(Corpus? previous = null) => Reader(Folder, maxFileMegabytes: 1).Read(previous, CancellationToken.None);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
