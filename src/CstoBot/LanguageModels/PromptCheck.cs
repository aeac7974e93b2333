using CstoBot.LanguageModels.Prompts;
using Microsoft.Extensions.Options;

namespace CstoBot.LanguageModels;

/// <summary>Loads the prompts where there is a model to be asked with them: what is wrong with them is told at the start and not at the first question.</summary>
internal sealed class PromptCheck(IOptions<ModelOptions> options, Lazy<PromptLibrary> prompts) : IStartupCheck
{
    public Task CheckAsync(CancellationToken cancellationToken) => options.Value.IsConfigured ? LoadAsync() : Task.CompletedTask;

    private Task LoadAsync() => prompts.Value.LoadAsync();
}
