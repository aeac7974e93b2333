using System.Globalization;
using CstoBot.Retrieval.Indexing;
using Microsoft.Extensions.Options;

namespace CstoBot.Operations.Doctor;

/// <summary>Whether an index lies on disk; one that is missing or broken is made anew, so this is no more than told.</summary>
internal sealed class IndexCheckup(IOptions<IndexingOptions> options) : ICheckup
{
    private const string Check = "index";
    private const double Megabyte = 1024 * 1024;

    public Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(options.Value.Folder);
        var kept = folder.Exists ? folder.GetDirectories() : [];
        var size = kept.SelectMany(index => index.EnumerateFiles("*", SearchOption.AllDirectories)).Sum(file => file.Length) / Megabyte;
        return Task.FromResult<IReadOnlyList<Diagnosis>>(
        [
            kept.Length > 0
                ? Diagnosis.Ok(Check, string.Create(CultureInfo.InvariantCulture, $"on disk in {folder.FullName}, {size:0} MB"))
                : Diagnosis.Ok(Check, string.Create(CultureInfo.InvariantCulture, $"none on disk: up to {options.Value.MemoryMegabytes} MB of text are indexed in memory at the start")),
        ]);
    }
}
