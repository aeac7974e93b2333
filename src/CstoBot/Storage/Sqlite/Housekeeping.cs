using Dapper;

namespace CstoBot.Storage.Sqlite;

/// <summary>Forgets what is no longer needed, at start and once a day.</summary>
internal sealed partial class Housekeeping(SqliteDatabase database, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    public static readonly TimeSpan AnswersAreKept = TimeSpan.FromDays(30);
    public static readonly TimeSpan UpdatesAreKept = TimeSpan.FromDays(7);
    public static readonly TimeSpan TurnsAreKept = TimeSpan.FromDays(1);

    /// <summary>Removes what is too old; parked updates go with the answers, pending ones never.</summary>
    /// <returns>How many rows went.</returns>
    public Task<int> PruneAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var cutOffs = new
        {
            answers = (now - AnswersAreKept).ToUnixTimeMilliseconds(),
            updates = (now - UpdatesAreKept).ToUnixTimeMilliseconds(),
            turns = (now - TurnsAreKept).ToUnixTimeMilliseconds(),
        };

        return database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                DELETE FROM answers WHERE created_at < @answers;
                DELETE FROM inbox WHERE received_at < @updates AND state = 'done';
                DELETE FROM inbox WHERE received_at < @answers AND state = 'parked';
                DELETE FROM turns WHERE asked_at < @turns;
                """,
                cutOffs,
                transaction,
                cancellationToken: cancellationToken)),
            cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var daily = new PeriodicTimer(TimeSpan.FromDays(1), time);
        do
        {
            try
            {
                LogPruned(await PruneAsync(stoppingToken));
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogPruneFailed(exception);
            }
        }
        while (await daily.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Debug, "Removed {Rows} old rows")]
    private partial void LogPruned(int rows);

    [LoggerMessage(LogLevel.Error, "Old rows could not be removed; the next try is tomorrow")]
    private partial void LogPruneFailed(Exception exception);
}
