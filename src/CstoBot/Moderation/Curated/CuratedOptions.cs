using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.Moderation.Curated;

/// <summary>How alike a question must be to one that was answered before.</summary>
internal sealed class CuratedOptions
{
    public const string Section = "Curated";

    /// <summary>
    /// From this likeness on a kept answer is given again. 1: to the same words only; 0.95: also where a name is written out or shortened; below 0.9
    /// also where one question has a further word. Whatever it is, names, numbers, negations, times and the order of words must be the same.
    /// </summary>
    [Range(0.5, 1.0)]
    public double ReuseAbove { get; init; } = 0.9;

    /// <summary>From this likeness on a kept answer is shown to moderators who decide about a like question.</summary>
    [Range(0.1, 1.0)]
    public double SuggestAbove { get; init; } = 0.5;
}

[OptionsValidator]
internal sealed partial class CuratedOptionsValidator : IValidateOptions<CuratedOptions>;
