using CstoBot.Conversations;
using CstoBot.Telegram.Handling;

namespace CstoBot.LanguageModels;

/// <summary>Where the settings name no model.</summary>
internal sealed class NoLanguageModel : ILanguageModel, IModelState, IPromptReload
{
    public bool IsConfigured => false;

    public string VersionOf(ModelPrompt prompt) => throw new InvalidOperationException("No language model is configured.");

    public IAsyncEnumerable<string> AskAsync(ModelPrompt prompt, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("No language model is configured.");

    public Task<ModelState?> ReadOrNullAsync(CancellationToken cancellationToken) => Task.FromResult<ModelState?>(null);

    public Task<PromptReload> ReloadAsync() => Task.FromResult(new PromptReload([], Fault: null));
}
