namespace CstoBot.Telegram.Receiving;

/// <summary>
/// Runs work in order within a lane and side by side across lanes. Holds a bounded number of items: when full, it makes the
/// caller wait and never drops one.
/// </summary>
/// <param name="capacity">How many items may wait or run.</param>
/// <param name="parallel">How many may run at once.</param>
/// <param name="work">Must not throw, except when its token is cancelled.</param>
internal sealed class UpdateLanes<TKey, TItem>(int capacity, int parallel, Func<TItem, CancellationToken, Task> work) : IDisposable
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Queue<TItem>> lanes = [];
    private readonly HashSet<Task> running = [];
    private readonly SemaphoreSlim room = new(capacity, capacity);
    private readonly SemaphoreSlim slots = new(parallel, parallel);
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource aborting = new();

    /// <summary>Returns as soon as there is room; the work comes later.</summary>
    public async Task AddAsync(TKey key, TItem item, CancellationToken cancellationToken)
    {
        await room.WaitAsync(cancellationToken);
        lock (gate)
        {
            if (lanes.TryGetValue(key, out var waiting))
            {
                waiting.Enqueue(item);
                return;
            }

            lanes[key] = new Queue<TItem>([item]);
            Track(Task.Run(() => RunAsync(key), CancellationToken.None));
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
        catch (OperationCanceledException)
        {
            // Stopping: what is left waits in the inbox for the next start.
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
