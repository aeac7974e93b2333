using System.Runtime.CompilerServices;
using CstoBot.Conversations;
using CstoBot.LanguageModels.Prompts;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace CstoBot.LanguageModels;

/// <summary>The configured model, asked with the prompts of Semantic Kernel.</summary>
internal sealed class LanguageModel(PromptLibrary prompts, IOptions<ModelOptions> options) : ILanguageModel
{
    public bool IsConfigured => true;

    public string VersionOf(ModelPrompt prompt) => $"{options.Value.Name}/{prompts[prompt].Prompt.Hash}";

    public async IAsyncEnumerable<string> AskAsync(
        ModelPrompt prompt, IReadOnlyDictionary<string, string> arguments, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (loaded, kernel) = prompts[prompt];
        var given = Given(loaded.Rules, arguments);
        await using var pieces = loaded.Function.InvokeStreamingAsync<StreamingChatMessageContent>(kernel, given, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveAsync(pieces, cancellationToken))
        {
            if (pieces.Current.Content is { Length: > 0 } piece)
            {
                yield return piece;
            }
        }
    }

    private static KernelArguments Given(PromptRules rules, IReadOnlyDictionary<string, string> arguments)
    {
        if (arguments.Count != rules.Variables.Count || !rules.Variables.All(arguments.ContainsKey))
        {
            throw new ArgumentException($"The prompt {rules.Prompt} takes {string.Join(", ", rules.Variables)}.", nameof(arguments));
        }

        var given = new KernelArguments();
        foreach (var (name, value) in arguments)
        {
            given[name] = XmlText.Strip(value);
        }

        return given;
    }

    private static async ValueTask<bool> MoveAsync(IAsyncEnumerator<StreamingChatMessageContent> pieces, CancellationToken cancellationToken)
    {
        try
        {
            return await pieces.MoveNextAsync();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw ModelFailures.Of(exception);
        }
    }
}
