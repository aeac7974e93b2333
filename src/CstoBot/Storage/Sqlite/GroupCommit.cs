using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

/// <summary>
/// The database's one writer. Changes that come while another commit is being written to disk gather and are committed together: each is
/// as durable as if it were alone, and a thousand a second cost a few dozen disk flushes.
/// </summary>
internal sealed class GroupCommit : IDisposable
{
    private const int Capacity = 10_000;
    private const int MaxTogether = 512;

    private readonly SemaphoreSlim room = new(Capacity, Capacity);
    private readonly Queue<IChange> waiting = new();
    private readonly Func<SqliteConnection> open;
    private readonly Thread thread;
    private bool isEnding;

    /// <param name="open">Opens the connection that the changes are made on; called again after a failure.</param>
    public GroupCommit(Func<SqliteConnection> open)
    {
        this.open = open;

        // A thread of its own: a flush to disk would keep one of the few that everything else runs on.
        thread = new Thread(Run) { IsBackground = true, Name = "Database writer" };
        thread.Start();
    }

    /// <summary>Makes a change. It is on disk when the task completes, and not made at all when the task fails.</summary>
    /// <param name="cancellationToken">Withdraws a change that waits; one that has begun is finished.</param>
    public async Task<T> RunAsync<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken)
    {
        var made = new Change<T>(change, cancellationToken);
        await room.WaitAsync(cancellationToken);
        lock (waiting)
        {
            ObjectDisposedException.ThrowIf(isEnding, this);
            waiting.Enqueue(made);
            Monitor.Pulse(waiting);
        }

        return await made.Task;
    }

    /// <summary>Finishes what was handed over.</summary>
    public void Dispose()
    {
        lock (waiting)
        {
            isEnding = true;
            Monitor.Pulse(waiting);
        }

        thread.Join();
        room.Dispose();
    }

    private void Run()
    {
        SqliteConnection? connection = null;
        var together = new List<IChange>();
        while (Take(together))
        {
            try
            {
                connection ??= open();
                Commit(connection, together);
                together.ForEach(change => change.Committed());
            }
            catch (Exception exception)
            {
                // Whatever it was, it belongs to those who wait for the changes; a new connection has a clean state.
                together.ForEach(change => change.Failed(exception));
                connection?.Dispose();
                connection = null;
            }
        }

        connection?.Dispose();
    }

    /// <summary>Waits for changes. Not by spinning, as tasks and semaphores do: that would cost the others a processor.</summary>
    /// <returns>False when no more will come.</returns>
    private bool Take(List<IChange> together)
    {
        together.Clear();
        lock (waiting)
        {
            while (waiting.Count == 0 && !isEnding)
            {
                Monitor.Wait(waiting);
            }

            while (together.Count < MaxTogether && waiting.TryDequeue(out var change))
            {
                together.Add(change);
            }
        }

        if (together.Count > 0)
        {
            room.Release(together.Count);
        }

        return together.Count > 0;
    }

    private static void Commit(SqliteConnection connection, List<IChange> changes)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var change in changes)
        {
            // A change that fails takes back only itself.
            transaction.Save("change");
            if (!change.TryMake(connection))
            {
                transaction.Rollback("change");
            }

            transaction.Release("change");
        }

        transaction.Commit();
    }

    private interface IChange
    {
        bool TryMake(SqliteConnection connection);

        void Committed();

        void Failed(Exception exception);
    }

    private sealed class Change<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken) : IChange
    {
        private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Task => completion.Task;

        public bool TryMake(SqliteConnection connection)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                result = change(connection);
                return true;
            }
            catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
            {
                completion.SetCanceled(exception.CancellationToken);
                return false;
            }
            catch (Exception exception)
            {
                completion.SetException(exception);
                return false;
            }
        }

        public void Committed() => completion.TrySetResult(result!);

        public void Failed(Exception exception) => completion.TrySetException(exception);
    }
}
