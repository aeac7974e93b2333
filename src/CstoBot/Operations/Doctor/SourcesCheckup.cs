using System.Globalization;
using CstoBot.Ingestion;
using Microsoft.Extensions.Options;

namespace CstoBot.Operations.Doctor;

/// <summary>Whether there is a folder of documents, and whether what its manifest says is about them.</summary>
internal sealed class SourcesCheckup(SourceFolder folder, IOptions<SourcesOptions> options) : ICheckup
{
    private const string Check = "sources";
    private const int Shown = 3;

    public Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Diagnosis>>([.. Examine()]);

    private IEnumerable<Diagnosis> Examine()
    {
        IReadOnlyList<string> names = [];
        string? fault = null;
        try
        {
            names = [.. folder.Files().Select(file => Path.GetRelativePath(options.Value.FolderPath, file))];
        }
        catch (SourcesUnavailableException exception)
        {
            fault = exception.Message;
        }

        yield return fault is null
            ? Diagnosis.Ok(Check, string.Create(CultureInfo.InvariantCulture, $"{names.Count} documents in {options.Value.FolderPath}"))
            : Diagnosis.Problem(Check, fault, "Set Sources:Folder (or --sources) to a folder that holds documents and can be read.");
        foreach (var diagnosis in fault is null ? Manifest(names) : [])
        {
            yield return diagnosis;
        }
    }

    private IEnumerable<Diagnosis> Manifest(IReadOnlyList<string> names)
    {
        const string ManifestCheck = $"{Check} manifest";
        SourceManifest? manifest = null;
        var fault = "";
        try
        {
            manifest = folder.Manifest();
        }
        catch (SourcesUnavailableException exception)
        {
            fault = exception.Message;
        }

        if (manifest is null)
        {
            yield return Diagnosis.Problem(ManifestCheck, fault, $"Mend {SourceManifest.FileName} in {options.Value.FolderPath}, or remove it.");
            yield break;
        }

        var strangers = manifest.Documents.Keys.Except(names).Order(StringComparer.Ordinal).ToList();
        yield return strangers.Count == 0
            ? Diagnosis.Ok(ManifestCheck, string.Create(CultureInfo.InvariantCulture, $"tells of {manifest.Documents.Count} documents"))
            : Diagnosis.Warning(
                ManifestCheck,
                string.Create(CultureInfo.InvariantCulture, $"names {strangers.Count} files that are not there: {string.Join(", ", strangers.Take(Shown))}{(strangers.Count > Shown ? ", …" : "")}"),
                $"Set right their 'file' in {SourceManifest.FileName}, or remove the entries.");
    }
}
