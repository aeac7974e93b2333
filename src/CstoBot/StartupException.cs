namespace CstoBot;

/// <summary>The program cannot start, for a reason that the person who started it can mend. The message is all they need to see.</summary>
internal sealed class StartupException : Exception
{
    public StartupException(string message)
        : base(message)
    {
    }

    public StartupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Something that must be in order before the bot takes its first question; run in the order of registration.</summary>
internal interface IStartupCheck
{
    /// <exception cref="StartupException">It is not in order.</exception>
    Task CheckAsync(CancellationToken cancellationToken);
}
