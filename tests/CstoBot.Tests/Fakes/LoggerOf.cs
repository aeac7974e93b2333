using Microsoft.Extensions.Logging;

namespace CstoBot.Tests.Fakes;

/// <summary>Logs into <see cref="CollectingLogs"/>.</summary>
internal sealed class LoggerOf<T>(CollectingLogs logs) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logs.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        logs.Log(logLevel, eventId, state, exception, formatter);
}
