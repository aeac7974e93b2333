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

    /// <summary>Whether the same request may succeed a little later.</summary>
    public bool IsPassing { get; init; }

    /// <summary>How long the server asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
