namespace CstoBot.Telegram;

/// <summary>
/// Runs work in order within a lane and side by side across lanes. Holds a bounded number of items: when full, it makes the
/// caller wait and never drops one.
/// </summary>
/// <param name="capacity">How many items may wait or run.</param>
/// <param name="parallel">How many may run at once.</param>
/// <param name="work">Must not throw, except on stopping: then what it was at counts as left.</param>
internal sealed class Lanes<TKey, TItem>(int capacity, int parallel, Func<TItem, CancellationToken, Task> work) : IDisposable
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Queue<TItem>> lanes = [];
    private readonly HashSet<Task> running = [];
    private readonly SemaphoreSlim room = new(capacity, capacity);
    private readonly SemaphoreSlim slots = new(parallel, parallel);
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource aborting = new();
    private int beyondCapacity;

    /// <summary>How many items wait or run.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return lanes.Values.Sum(lane => lane.Count);
            }
        }
    }

    /// <summary>Whether anything of this lane waits or runs.</summary>
    public bool IsBusy(TKey key)
    {
        lock (gate)
        {
            return lanes.ContainsKey(key);
        }
    }

    /// <summary>Returns as soon as there is room; the work comes later.</summary>
    public async Task AddAsync(TKey key, TItem item, CancellationToken cancellationToken)
    {
        await room.WaitAsync(cancellationToken);
        Enqueue(key, item);
    }

    /// <summary>Adds what is there already, room or not: others wait until there is room again.</summary>
    public void AddAtOnce(TKey key, TItem item)
    {
        lock (gate)
        {
            beyondCapacity += room.Wait(TimeSpan.Zero) ? 0 : 1;
        }

        Enqueue(key, item);
    }

    /// <summary>Waits until nothing is left or <paramref name="deadline"/> is cancelled. For when nothing more is added.</summary>
    public async Task DrainAsync(CancellationToken deadline)
    {
        while (Running() is { Length: > 0 } left && !deadline.IsCancellationRequested)
        {
            await Task.WhenAny(Task.WhenAll(left), Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, deadline));
        }
    }

    /// <summary>Begins nothing more and waits for what runs; when <paramref name="deadline"/> is cancelled, breaks that off too.</summary>
    public async Task StopAsync(CancellationToken deadline)
    {
        await stopping.CancelAsync();
        await using var _ = deadline.Register(aborting.Cancel);
        await Task.WhenAll(Running());
    }

    public void Dispose()
    {
        room.Dispose();
        slots.Dispose();
        stopping.Dispose();
        aborting.Dispose();
    }

    private void Enqueue(TKey key, TItem item)
    {
        lock (gate)
        {
            if (lanes.TryGetValue(key, out var waiting))
            {
                waiting.Enqueue(item);
                return;
            }

            lanes[key] = new Queue<TItem>([item]);

            // A lane outlives what began it, whose trace and log scopes are none of the others'.
            using var apart = ExecutionContext.SuppressFlow();
            Track(Task.Run(() => RunAsync(key), CancellationToken.None));
        }
    }

    private async Task RunAsync(TKey key)
    {
        try
        {
            while (NextOrNone(key) is [var item])
            {
                await slots.WaitAsync(stopping.Token);
                try
                {
                    // A slot may have come free just when the stop was asked for.
                    stopping.Token.ThrowIfCancellationRequested();
                    await work(item, aborting.Token);
                }
                finally
                {
                    slots.Release();
                }

                Remove(key);
            }
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // Stopping: what is left is stored and waits for the next start.
        }
    }

    private TItem[] NextOrNone(TKey key)
    {
        lock (gate)
        {
            if (lanes[key].TryPeek(out var item))
            {
                return [item];
            }

            lanes.Remove(key);
            return [];
        }
    }

    private void Remove(TKey key)
    {
        lock (gate)
        {
            lanes[key].Dequeue();
            if (beyondCapacity > 0)
            {
                beyondCapacity--;
                return;
            }
        }

        room.Release();
    }

    private void Track(Task lane)
    {
        running.Add(lane);
        lane.ContinueWith(Untrack, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private void Untrack(Task lane)
    {
        lock (gate)
        {
            running.Remove(lane);
        }
    }

    private Task[] Running()
    {
        lock (gate)
        {
            return [.. running];
        }
    }
}
