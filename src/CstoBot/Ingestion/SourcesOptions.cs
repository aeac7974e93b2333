using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.Ingestion;

/// <summary>Where the documents are.</summary>
internal sealed class SourcesOptions
{
    public const string Section = "Sources";

    /// <summary>The folder of the documents; relative to the working directory. Null means the <c>seeds</c> folder shipped with the program.</summary>
    [MinLength(1, ErrorMessage = "Sources:Folder (--sources) is empty: name a folder, or leave it out for the documents shipped with the program.")]
    public string? Folder { get; set; }

    /// <summary>A larger file is reported and left out.</summary>
    [Range(1, 1_024)]
    public int MaxFileMegabytes { get; init; } = 20;

    /// <summary>Whether the bot reloads by itself when the folder has changed.</summary>
    public bool Watch { get; init; }

    /// <summary>How long the folder must be as it is before the bot reloads: files are copied one after another.</summary>
    [Range(1, 3_600)]
    public int QuietSeconds { get; init; } = 10;

    /// <summary>The absolute path of the folder.</summary>
    public string FolderPath => Folder is null ? ShippedFolder : Path.GetFullPath(Folder);

    /// <summary>Where the documents lie that come with the program, and their glossary.</summary>
    public static string ShippedFolder { get; } = Path.Combine(AppContext.BaseDirectory, "seeds");
}

[OptionsValidator]
internal sealed partial class SourcesOptionsValidator : IValidateOptions<SourcesOptions>;
