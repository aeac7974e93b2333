namespace CstoBot.Conversations;

/// <summary>The language model as the stages see it: a prompt with its arguments in, text out. None needs to be configured.</summary>
internal interface ILanguageModel
{
    /// <summary>False where the settings name no model; then nothing may be asked of it.</summary>
    bool IsConfigured { get; }

    /// <summary>Names the model and the prompt as they are now (<c>gpt-x/1a2b3c4d</c>); it changes with either. Kept with each answer.</summary>
    string VersionOf(ModelPrompt prompt);

    /// <summary>Asks, and gives what is said piece by piece as it comes.</summary>
    /// <param name="arguments">The prompt's variables by name; data, whatever they hold. A missing or unknown name is a mistake of the caller.</param>
    /// <exception cref="ModelFailedException">There is no (further) answer to be had; pieces given before may be a beginning of one.</exception>
    IAsyncEnumerable<string> AskAsync(ModelPrompt prompt, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken);
}

/// <summary>What the model is asked to do; each is a folder of that name among the prompts.</summary>
internal enum ModelPrompt
{
    /// <summary>To answer from numbered passages. Variables: <c>question</c>, <c>language</c>, <c>passages</c>, <c>refused</c>.</summary>
    Answer,

    /// <summary>To make a question that stands alone, and search queries for it. Variables: <c>question</c>, <c>history</c>, <c>languages</c>.</summary>
    StandaloneQuestion,

    /// <summary>To judge whether a quote supports a statement. Variables: <c>statement</c>, <c>quote</c>.</summary>
    Entailment,
}
