using CstoBot.Conversations;
using CstoBot.Telegram.Handling;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace CstoBot.LanguageModels.Prompts;

/// <summary>The prompts in use, each with the kernel it is invoked on. A reload changes all of them in one step, or none; calls in flight go on with what they began with.</summary>
internal sealed partial class PromptLibrary(IOptions<PromptOptions> options, PromptKernels kernels, ILogger<PromptLibrary> logger) : IPromptReload
{
    private volatile IReadOnlyDictionary<ModelPrompt, ReadyPrompt>? current;

    public ReadyPrompt this[ModelPrompt prompt] => (current ?? throw new InvalidOperationException("The prompts were not loaded at the start."))[prompt];

    /// <exception cref="StartupException">One of them cannot be used.</exception>
    public async Task LoadAsync() => Switch(await PromptReader.ReadAsync(options.Value.FolderOrShipped));

    public async Task<PromptReload> ReloadAsync()
    {
        try
        {
            var before = current;
            var loaded = await PromptReader.ReadAsync(options.Value.FolderOrShipped);
            var changed = loaded.Where(prompt => before?[prompt.Key].Prompt.Hash != prompt.Value.Hash).Select(prompt => prompt.Key.ToString()).ToList();
            if (changed.Count > 0)
            {
                Switch(loaded);
            }

            return new PromptReload(changed, Fault: null);
        }
        catch (StartupException exception)
        {
            LogRefused(exception.Message);
            return new PromptReload([], exception.Message);
        }
    }

    private void Switch(IReadOnlyDictionary<ModelPrompt, LoadedPrompt> loaded)
    {
        current = loaded.ToDictionary(prompt => prompt.Key, prompt => new ReadyPrompt(prompt.Value, kernels.Create(prompt.Value)));
        LogLoaded(string.Join(", ", loaded.Select(prompt => $"{prompt.Key}/{prompt.Value.Hash}")));
    }

    [LoggerMessage(6008, LogLevel.Information, "Prompts: {Prompts}")]
    private partial void LogLoaded(string prompts);

    [LoggerMessage(6009, LogLevel.Warning, "The old prompts stay. {Reason}")]
    private partial void LogRefused(string reason);
}

/// <summary>A prompt and what it is invoked on.</summary>
internal sealed record ReadyPrompt(LoadedPrompt Prompt, Kernel Kernel);
