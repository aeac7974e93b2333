namespace CstoBot.Telegram.Handling;

/// <summary>Takes up what changed in the prompts of the language model, for an admin who asks for it.</summary>
internal interface IPromptReload
{
    /// <summary>All of them or none; where there is no model nothing changes and nothing is wrong.</summary>
    Task<PromptReload> ReloadAsync();
}

/// <param name="Changed">The names of those that are used from now on.</param>
/// <param name="Fault">Why the old ones stay, in one line; null when nothing is wrong.</param>
internal sealed record PromptReload(IReadOnlyList<string> Changed, string? Fault);
