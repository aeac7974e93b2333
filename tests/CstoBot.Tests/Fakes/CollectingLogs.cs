using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CstoBot.Tests.Fakes;

/// <summary>Keeps every line that is logged, of every level, exceptions included.</summary>
internal sealed class CollectingLogs : ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Enqueue($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
}

/// <summary>Lets a whole host log into <see cref="CollectingLogs"/>.</summary>
internal sealed class CollectingLogsProvider(CollectingLogs logs) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => logs;

    public void Dispose()
    {
    }
}
