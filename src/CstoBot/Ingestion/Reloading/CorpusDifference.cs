using CstoBot.Ingestion.Versions;

namespace CstoBot.Ingestion.Reloading;

/// <summary>What is different between two versions, by document name. Pure.</summary>
/// <param name="Before">How many documents the version before has.</param>
internal sealed record CorpusDifference(
    IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed, int Unchanged, int Before)
{
    public bool IsNone => Added.Count + Changed.Count + Removed.Count == 0;

    /// <summary>Whether more than half of what was there is gone: rather a mistake than a wish.</summary>
    public bool IsMostRemoved => 2 * Removed.Count > Before;

    /// <param name="before">Null at the first load.</param>
    public static CorpusDifference Between(CorpusSnapshot? before, IReadOnlyList<CorpusDocument> documents)
    {
        var old = before is null ? [] : before.Documents.ToDictionary(document => document.Name, document => document.Key);
        var names = documents.Select(document => document.Name).ToHashSet();
        var changed = documents.Where(document => old.TryGetValue(document.Name, out var key) && key != document.Key).Select(document => document.Name).ToList();
        var added = documents.Where(document => !old.ContainsKey(document.Name)).Select(document => document.Name).ToList();
        var removed = old.Keys.Where(name => !names.Contains(name)).ToList();
        return new CorpusDifference(added, changed, removed, documents.Count - added.Count - changed.Count, old.Count);
    }

    /// <summary>Of a change that was none.</summary>
    public static ReloadReport None(CorpusSnapshot version)
    {
        var documents = version.Documents.Count;
        return new CorpusDifference([], [], [], documents, documents).Report(version, []);
    }

    public ReloadReport Report(CorpusSnapshot next, IReadOnlyList<FailedDocument> failures) =>
        new(next.Version.Id, Added, Changed, Removed, Unchanged, failures) { Number = next.Version.Number };
}
