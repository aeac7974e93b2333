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

    /// <summary>How many days questions with their answers and votes are kept, and what could not be processed. The buttons under an answer work as long.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 30;
}

[OptionsValidator]
internal sealed partial class DataOptionsValidator : IValidateOptions<DataOptions>;
