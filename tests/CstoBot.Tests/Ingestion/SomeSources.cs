using CstoBot.Ingestion;
using CstoBot.Retrieval;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CstoBot.Tests.Ingestion;

/// <summary>A folder of documents that is gone after the test.</summary>
internal sealed class SomeSources : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("cstobot-tests-").FullName;

    /// <summary>The stages of the sources as the product registers them, over a folder.</summary>
    public static ServiceCollection Services(string folder, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("Sources:Folder", folder), .. settings])
            .Build());
        services.AddLogging();
        services.AddIngestion();
        services.AddRetrieval();
        return services;
    }

    /// <summary>What the product makes of a folder.</summary>
    public static PassageIndex Index(string folder)
    {
        using var provider = Services(folder).BuildServiceProvider();
        provider.GetRequiredService<ISourceReload>().ReloadAsync(CancellationToken.None).GetAwaiter().GetResult();
        return provider.GetRequiredService<CurrentIndex>().Value;
    }

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

    public Corpus Read() => Index(Folder).Corpus;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
