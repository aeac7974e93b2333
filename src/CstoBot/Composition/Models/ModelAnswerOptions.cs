using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.Composition.Models;

/// <summary>How a language model takes part in answering; where one is configured (<c>Model:Endpoint</c>).</summary>
internal sealed class ModelAnswerOptions
{
    public const string Section = "Model";

    /// <summary>When the first verified statement is not there by then, counted from the question, the answer is quoted without the model.</summary>
    [Range(0.1, 300)]
    public double FirstStatementSeconds { get; set; } = 6;

    /// <summary>Whether the model makes a question that stands alone and search queries first; one call more.</summary>
    public bool RewriteQuestions { get; set; } = true;

    /// <summary>How long that may take before the question is searched for as it is.</summary>
    [Range(0.1, 60)]
    public double RewriteSeconds { get; set; } = 3;

    /// <summary>A question that quotes answer with at least this confidence does without the model. 0: none does.</summary>
    [Range(0.0, 1.0)]
    public double SkipAboveConfidence { get; set; }

    /// <summary>Whether a second call of the model judges each statement besides: what it does not find supported is not shown, whatever the checks say.</summary>
    public bool Judge { get; set; }

    /// <summary>How many passages the model is given.</summary>
    [Range(1, 50)]
    public int MaxPassages { get; set; } = 8;
}

[OptionsValidator]
internal sealed partial class ModelAnswerOptionsValidator : IValidateOptions<ModelAnswerOptions>;
