namespace CstoBot;

/// <summary>Why a running bot had to stop by itself; the program prints it and ends with exit code 1.</summary>
internal sealed class RunFailure(IHostApplicationLifetime lifetime)
{
    private volatile string? message;

    /// <summary>Null while nothing made it stop.</summary>
    public string? MessageOrNull => message;

    public void Stop(string reason)
    {
        message ??= reason;
        lifetime.StopApplication();
    }
}
