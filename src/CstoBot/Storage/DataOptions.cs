using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.Storage;

/// <summary>Where the bot keeps what it must not forget.</summary>
internal sealed class DataOptions
{
    public const string Section = "Data";

    /// <summary>A relative folder is relative to the working directory.</summary>
    [Required(ErrorMessage = "Data:Folder is empty.")]
    public string Folder { get; set; } = "data";
}

[OptionsValidator]
internal sealed partial class DataOptionsValidator : IValidateOptions<DataOptions>;
