using CstoBot.Conversations;

namespace CstoBot.LanguageModels;

/// <summary>Where the settings name no model.</summary>
internal sealed class NoLanguageModel : ILanguageModel
{
    public bool IsConfigured => false;

    public string VersionOf(ModelPrompt prompt) => throw new InvalidOperationException("No language model is configured.");

    public IAsyncEnumerable<string> AskAsync(ModelPrompt prompt, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("No language model is configured.");
}
