using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.Retrieval.Indexing;

/// <summary>Where indexes lie.</summary>
internal sealed class IndexingOptions
{
    public const string Section = "Index";

    /// <summary>A corpus with more text than this is indexed on disk, in the data folder. In memory it takes some six times as much.</summary>
    [Range(0, 10_000)]
    public int MemoryMegabytes { get; set; } = 4;

    /// <summary>Whether indexes on disk stay for the next start; they go with the program otherwise. Not a setting: the bot keeps them.</summary>
    internal bool Keep { get; set; }

    /// <summary>The folder of the indexes on disk.</summary>
    internal string Folder { get; set; } = Path.Combine("data", "index");
}

[OptionsValidator]
internal sealed partial class IndexingOptionsValidator : IValidateOptions<IndexingOptions>;
