using System.Globalization;
using CstoBot.Ingestion;

namespace CstoBot.Operations.Doctor;

/// <summary>Whether there is a folder of documents, and whether what its manifest says is about them.</summary>
internal sealed class SourcesCheckup(SourceFolder folder) : ICheckup
{
    private const string Check = "sources";
    private const string ManifestCheck = $"{Check} manifest";
    private const int Shown = 3;

    public Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> names;
        try
        {
            names = folder.Files();
        }
        catch (SourcesUnavailableException exception)
        {
            return Task.FromResult<IReadOnlyList<Diagnosis>>([Problem(exception.Message)]);
        }

        try
        {
            var manifest = folder.Manifest();
            return Task.FromResult<IReadOnlyList<Diagnosis>>([Documents(names.Count, manifest.Pages.Count), Manifest(manifest, names)]);
        }
        catch (SourcesUnavailableException exception)
        {
            return Task.FromResult<IReadOnlyList<Diagnosis>>(
                [Documents(names.Count, pages: 1), Diagnosis.Problem(ManifestCheck, exception.Message, $"Mend {SourceManifest.FileName} in {folder.FolderPath}, or remove it.")]);
        }
    }

    private Diagnosis Documents(int files, int pages) => files + pages == 0
        ? Problem($"The sources folder holds no documents: {folder.FolderPath}")
        : Diagnosis.Ok(Check, string.Create(CultureInfo.InvariantCulture, $"{files} files in {folder.FolderPath}"));

    private static Diagnosis Problem(string text) => Diagnosis.Problem(Check, text, "Set Sources:Folder (or --sources) to a folder that holds documents and can be read.");

    private static Diagnosis Manifest(SourceManifest manifest, IReadOnlyList<string> names)
    {
        // What stands before the slash may be an archive.
        var strangers = manifest.Documents.Keys.Where(key => !names.Any(name => key == name || key.StartsWith($"{name}/", StringComparison.Ordinal))).Order(StringComparer.Ordinal).ToList();
        return strangers.Count == 0
            ? Diagnosis.Ok(ManifestCheck, string.Create(CultureInfo.InvariantCulture, $"tells of {manifest.Documents.Count} documents and {manifest.Pages.Count} web pages"))
            : Diagnosis.Warning(
                ManifestCheck,
                string.Create(CultureInfo.InvariantCulture, $"names files that are not there ({strangers.Count}): {string.Join(", ", strangers.Take(Shown))}{(strangers.Count > Shown ? ", …" : "")}"),
                $"Set right their 'file' in {SourceManifest.FileName}, or remove the entries.");
    }
}
