using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.Ingestion.Formats;

/// <summary>How much of a file is read before it is called unreadable. The file's own size is bounded by <see cref="SourcesOptions.MaxFileMegabytes"/>.</summary>
internal sealed class FormatsOptions
{
    public const string Section = "Formats";

    /// <summary>A document with more pages is reported and left out.</summary>
    [Range(1, 100_000)]
    public int MaxPages { get; init; } = 2_000;

    /// <summary>The text of one document, in million characters.</summary>
    [Range(1, 64)]
    public int MaxTextMegabytes { get; init; } = 8;

    /// <summary>Entries of an archive, those of archives inside it included.</summary>
    [Range(1, 100_000)]
    public int MaxArchiveFiles { get; init; } = 10_000;

    /// <summary>All documents of an archive together, unpacked.</summary>
    [Range(1, 4_096)]
    public int MaxArchiveMegabytes { get; init; } = 500;

    /// <summary>How long one document may take.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>What a process that reads files may use for one.</summary>
    [Range(64, 4_096)]
    public int MemoryMegabytes { get; init; } = 256;
}

[OptionsValidator]
internal sealed partial class FormatsOptionsValidator : IValidateOptions<FormatsOptions>;
