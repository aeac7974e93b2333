namespace CstoBot.Conversations;

/// <summary>The language model gave no answer. The message is one line for a log: no text of the question, the documents or the server, no secret.</summary>
internal sealed class ModelFailedException(ModelFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public ModelFailure Failure { get; } = failure;
}

/// <summary>Why there is no answer of the model.</summary>
internal enum ModelFailure
{
    /// <summary>No connection, or it broke off.</summary>
    Unreachable,

    /// <summary>The server refused (401, 404, 429, 5xx and so on), after the tries that made sense.</summary>
    Refused,

    /// <summary>Nothing came within the time allowed.</summary>
    TooSlow,

    /// <summary>It failed so often that it is left alone for a while.</summary>
    Paused,

    /// <summary>The tokens of this minute or this day are used up.</summary>
    OverBudget,

    /// <summary>The answer was cut off or is not what the interface demands.</summary>
    Broken,
}
