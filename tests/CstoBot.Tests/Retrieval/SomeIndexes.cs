using CstoBot.Retrieval.Indexing;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace CstoBot.Tests.Retrieval;

/// <summary>Places for indexes on disk.</summary>
internal static class SomeIndexes
{
    /// <summary>For corpora so small that nothing goes to disk.</summary>
    public static IndexFolder InMemory() => At("never", new CollectingLogs(), memoryMegabytes: 10_000);

    /// <summary>Every corpus goes to disk, unless a size is named.</summary>
    public static IndexFolder At(string folder, CollectingLogs logs, bool keep = true, int memoryMegabytes = 0) => new(
        Options.Create(new IndexingOptions { Folder = folder, Keep = keep, MemoryMegabytes = memoryMegabytes }), new LoggerOf<IndexFolder>(logs));
}
