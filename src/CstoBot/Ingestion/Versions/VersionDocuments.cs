using System.Security.Cryptography;
using System.Text;

namespace CstoBot.Ingestion.Versions;

/// <summary>The documents of a version: those of its files, but for the ones left out. Pure.</summary>
internal static class VersionDocuments
{
    /// <summary>In the order of their names. Where two files hold documents of one name, the upload's counts: somebody sent it to replace the other.</summary>
    public static IReadOnlyList<CorpusDocument> Of(IReadOnlyList<CorpusFile> files, IReadOnlySet<string> leftOut) => UploadsFirst(files)
        .SelectMany(file => file.Documents)
        .Where(document => !leftOut.Contains(document.Name))
        .DistinctBy(document => document.Name)
        .OrderBy(document => document.Name, StringComparer.Ordinal)
        .ToList();

    /// <summary>The files in the order in which they count for a name.</summary>
    public static IEnumerable<CorpusFile> UploadsFirst(IReadOnlyList<CorpusFile> files) => files.OrderBy(file => file.Origin == DocumentOrigin.Upload ? 0 : 1);

    /// <summary>Twelve hex digits of a hash over the documents' names and contents, metadata included.</summary>
    public static string Id(IReadOnlyList<CorpusDocument> documents)
    {
        var parts = string.Concat(documents.Select(document => $"{document.Name}\0{document.Key}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..12];
    }

    /// <summary>Where each document comes from, by name.</summary>
    /// <param name="failures">Those of the latest reading.</param>
    public static IReadOnlyDictionary<string, DocumentState> States(
        IReadOnlyList<CorpusFile> files, IReadOnlyDictionary<string, DocumentMetadata> corrections, IReadOnlyList<FailedDocument> failures)
    {
        var reasons = failures.DistinctBy(failure => failure.Name).ToDictionary(failure => failure.Name, failure => failure.Reason);
        return UploadsFirst(files)
            .SelectMany(file => file.Documents.Select(document => (file, document.Name)))
            .DistinctBy(pair => pair.Name)
            .ToDictionary(pair => pair.Name, pair => new DocumentState(
                pair.file.Origin,
                pair.file.ReadAt,
                reasons.GetValueOrDefault(pair.Name) ?? reasons.GetValueOrDefault(pair.file.Name),
                corrections.GetValueOrDefault(pair.Name)));
    }
}
