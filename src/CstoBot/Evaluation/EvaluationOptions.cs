using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.Evaluation;

/// <summary>The questions by which each reload is measured.</summary>
internal sealed class EvaluationOptions
{
    public const string Section = "Evaluation";

    /// <summary>A question file (see docs/evaluation.md), relative to the working directory; empty for none. Where a model writes the answers, each reload that changes something asks it all of them.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Questions { get; set; } = "";
}

[OptionsValidator]
internal sealed partial class EvaluationOptionsValidator : IValidateOptions<EvaluationOptions>;
