using CstoBot.Ingestion.Versions;

namespace CstoBot.Ingestion.Reloading;

/// <summary>A version that is being made.</summary>
/// <param name="Files">As they will be kept.</param>
/// <param name="Read">The documents read for it, by key; those that are kept already are not among them.</param>
/// <param name="RolledBackTo">See <see cref="CorpusVersion"/>.</param>
internal sealed record CorpusDraft(
    string Folder,
    IReadOnlyList<CorpusFile> Files,
    IReadOnlyDictionary<string, DocumentMetadata> Corrections,
    IReadOnlySet<string> LeftOut,
    IReadOnlyList<FailedDocument> Failures,
    IReadOnlyDictionary<string, SourceDocument> Read,
    int? RolledBackTo = null)
{
    private IReadOnlyList<CorpusDocument>? documents;

    /// <summary>The documents that questions are answered from, in the order of their names.</summary>
    public IReadOnlyList<CorpusDocument> Documents => documents ??= VersionDocuments.Of(Files, LeftOut);

    /// <inheritdoc cref="CorpusVersion.IsHeld"/>
    public bool IsHeld { get; init; }

    /// <summary>Whether it holds what a version does, read by the same recipes.</summary>
    public bool IsSame(CorpusSnapshot version) =>
        Folder == version.Folder
        && IsHeld == version.Version.IsHeld
        && LeftOut.SetEquals(version.LeftOut)
        && Corrections.Count == version.Corrections.Count
        && Corrections.All(correction => version.Corrections.TryGetValue(correction.Key, out var other) && other == correction.Value)
        && Files.Count == version.Files.Count
        && Files.Select(Recipe).ToHashSet().SetEquals(version.Files.Select(Recipe));

    private static (string, DocumentOrigin, string) Recipe(CorpusFile file) => (file.Name, file.Origin, file.Recipe);
}
