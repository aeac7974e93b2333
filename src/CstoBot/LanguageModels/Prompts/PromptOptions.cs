using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.LanguageModels.Prompts;

internal sealed class PromptOptions : IValidatableObject
{
    public const string Section = "Prompts";

    /// <summary>Where the prompts are, a folder for each; relative to the working directory. Null: those that came with the program.</summary>
    public string? Folder { get; set; }

    public string FolderOrShipped => string.IsNullOrWhiteSpace(Folder) ? Path.Combine(AppContext.BaseDirectory, "prompts") : Path.GetFullPath(Folder);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        string.IsNullOrWhiteSpace(Folder) || Directory.Exists(Folder) ? [] : [new ValidationResult($"Prompts:Folder does not exist: {Folder}")];
}

[OptionsValidator]
internal sealed partial class PromptOptionsValidator : IValidateOptions<PromptOptions>;
