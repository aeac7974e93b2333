using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using CstoBot.Ingestion.Versions;

namespace CstoBot.Tests.Fakes;

/// <summary>Versions and documents as a test keeps them.</summary>
internal sealed class FixedArchive : IDocumentArchive
{
    public IReadOnlyList<CorpusVersion> Versions { get; set; } = [];

    public IReadOnlyList<SourceDocument> Documents { get; set; } = [];

    public static CorpusVersion Version(int number, int? rolledBackTo = null) => new(
        number, $"{number}{number}{number}abcdefghijkl", Some.Time.AddDays(number), CorpusCause.Admin, By: 9, Documents: 10 + number, Added: 3, Changed: 2, Removed: 1, Failed: 0, rolledBackTo);

    public Task<IReadOnlyList<CorpusVersion>> VersionsAsync(CancellationToken cancellationToken) => Task.FromResult(Versions);

    public Task<SourceDocument?> FindOrNullAsync(string name, string contentHash, CancellationToken cancellationToken) =>
        Task.FromResult(Documents.FirstOrDefault(document => document.Name == name && document.ContentHash == contentHash));
}
