namespace CstoBot.Retrieval.Dense;

/// <summary>The model gave no usable vectors. The message is one line, without texts and keys.</summary>
internal sealed class EmbeddingFailedException : Exception
{
    public EmbeddingFailedException(string message)
        : base(message)
    {
    }

    public EmbeddingFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>How often it is worth trying the same request in all.</summary>
    public int Tries { get; init; } = 1;

    /// <summary>How long the server asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
