using System.Collections.Concurrent;

namespace CstoBot.Ingestion.Web;

/// <summary>Lets one page of a host be fetched at a time, with a pause after each, as a person reading would.</summary>
internal sealed class HostTurns(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    /// <summary>A host that asks for longer pauses would hold up a whole reload.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the turn; disposing what comes gives it on.</summary>
    public async Task<IDisposable> TakeAsync(string name, CancellationToken cancellationToken)
    {
        var host = Of(name);
        await host.Door.WaitAsync(cancellationToken);
        try
        {
            if (host.LeftAt is { } left && host.Pause - time.GetElapsedTime(left) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, time, cancellationToken);
            }

            return new Turn(host, time);
        }
        catch
        {
            host.Door.Release();
            throw;
        }
    }

    /// <summary>The host asks for this pause between requests; null when it does not.</summary>
    public void SlowDown(string name, TimeSpan? pause) =>
        Of(name).Pause = TimeSpan.FromTicks(Math.Clamp((pause ?? ShortestPause).Ticks, ShortestPause.Ticks, LongestPause.Ticks));

    public void Dispose()
    {
        foreach (var host in hosts.Values)
        {
            host.Dispose();
        }
    }

    private Host Of(string name) => hosts.GetOrAdd(name, _ => new Host());

    private sealed class Host : IDisposable
    {
        public SemaphoreSlim Door { get; } = new(1, 1);

        public TimeSpan Pause { get; set; } = ShortestPause;

        /// <summary>A time stamp; null before the first turn.</summary>
        public long? LeftAt { get; set; }

        public void Dispose() => Door.Dispose();
    }

    private sealed class Turn(Host host, TimeProvider time) : IDisposable
    {
        public void Dispose()
        {
            host.LeftAt = time.GetTimestamp();
            host.Door.Release();
        }
    }
}
