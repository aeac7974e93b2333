using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.Answering;

/// <summary>How much evidence an answer needs.</summary>
internal sealed class AnsweringOptions
{
    public const string Section = "Answering";

    /// <summary>How many passages are weighed. More costs time and hardly ever changes the best one.</summary>
    [Range(1, 100)]
    public int MaxPassages { get; init; } = 12;

    /// <summary>Below this confidence the bot says that its sources do not answer.</summary>
    [Range(0.0, 1.0)]
    public double MinConfidence { get; init; } = 0.46;
}

[OptionsValidator]
internal sealed partial class AnsweringOptionsValidator : IValidateOptions<AnsweringOptions>;
