using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram;

/// <summary>How much one person may ask. 0: no limit.</summary>
internal sealed class LimitsOptions
{
    public const string Section = "Limits";

    [Range(0, 1_000_000)]
    public int QuestionsPerMinute { get; set; } = 10;

    [Range(0, 1_000_000)]
    public int QuestionsPerDay { get; set; } = 200;

    /// <summary>What is typed after the bot's name: Telegram sends one at every pause.</summary>
    [Range(0, 1_000_000)]
    public int InlineQueriesPerMinute { get; set; } = 60;
}

[OptionsValidator]
internal sealed partial class LimitsOptionsValidator : IValidateOptions<LimitsOptions>;
