using System.Threading.Channels;
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

    private readonly Channel<IChange> changes = Channel.CreateBounded<IChange>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly Func<SqliteConnection> open;
    private readonly Task loop;

    /// <param name="open">Opens the connection that the changes are made on; called again after a failure.</param>
    public GroupCommit(Func<SqliteConnection> open)
    {
        this.open = open;
        loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Makes a change. It is on disk when the task completes, and not made at all when the task fails.</summary>
    /// <param name="cancellationToken">Withdraws a change that waits; one that has begun is finished.</param>
    public async Task<T> RunAsync<T>(Func<SqliteConnection, T> change, CancellationToken cancellationToken)
    {
        var waiting = new Change<T>(change, cancellationToken);
        await changes.Writer.WriteAsync(waiting, cancellationToken);
        return await waiting.Task;
    }

    /// <summary>Finishes what was handed over.</summary>
    public void Dispose()
    {
        changes.Writer.TryComplete();
        loop.Wait();
    }

    private void Run()
    {
        SqliteConnection? connection = null;
        var together = new List<IChange>();
        while (changes.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (together.Count < MaxTogether && changes.Reader.TryRead(out var change))
            {
                together.Add(change);
            }

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

            together.Clear();
        }

        connection?.Dispose();
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
