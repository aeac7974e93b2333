using Microsoft.Data.Sqlite;
using SQLitePCL;

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
                together.ForEach(change => change.Tell());
            }
            catch (Exception exception)
            {
                // Whatever it was, it belongs to those who wait for the changes; a new connection has a clean state.
                together.ForEach(change => change.Failed(exception));
                connection = CloseOrNull(connection);
            }
        }

        CloseOrNull(connection);
    }

    /// <summary>A connection that cannot even be closed must not end the thread that all changes wait for.</summary>
    /// <returns>Null.</returns>
    private static SqliteConnection? CloseOrNull(SqliteConnection? connection)
    {
        try
        {
            connection?.Dispose();
        }
        catch (SqliteException)
        {
            // Its changes have failed already.
        }

        return null;
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

    /// <summary>All together, and where one fails each for itself: the failing one takes back nothing but its own.</summary>
    private static void Commit(SqliteConnection connection, List<IChange> changes)
    {
        connection.Run("BEGIN IMMEDIATE");
        if (changes.TrueForAll(change => change.TryMake(connection)))
        {
            connection.Run("COMMIT");
            return;
        }

        Undo(connection);
        foreach (var change in changes)
        {
            connection.Run("BEGIN IMMEDIATE");
            if (change.TryMake(connection))
            {
                connection.Run("COMMIT");
            }
            else
            {
                Undo(connection);
            }

            // Told at once: should the next one's commit fail, this one was made all the same.
            change.Tell();
        }
    }

    /// <summary>SQLite ends a transaction by itself when for example the disk is full.</summary>
    private static void Undo(SqliteConnection connection)
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            connection.Run("ROLLBACK");
        }
    }

    private interface IChange
    {
        /// <summary>May be called again after its effects were taken back.</summary>
        bool TryMake(SqliteConnection connection);

        /// <summary>Lets the one who waits know what came of it.</summary>
        void Tell();

        void Failed(Exception exception);
    }

    private sealed class Change<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken) : IChange
    {
        private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;
        private Exception? failure;

        public Task<T> Task => completion.Task;

        public bool TryMake(SqliteConnection connection)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                (result, failure) = (change(connection), null);
                return true;
            }
            catch (Exception exception)
            {
                failure = exception;
                return false;
            }
        }

        public void Tell()
        {
            switch (failure)
            {
                case null:
                    completion.TrySetResult(result!);
                    break;
                case OperationCanceledException when cancellationToken.IsCancellationRequested:
                    completion.TrySetCanceled(cancellationToken);
                    break;
                default:
                    completion.TrySetException(failure);
                    break;
            }
        }

        public void Failed(Exception exception) => completion.TrySetException(exception);
    }
}
