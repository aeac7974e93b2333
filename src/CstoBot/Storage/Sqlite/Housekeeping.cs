using Dapper;
using Microsoft.Extensions.Options;

namespace CstoBot.Storage.Sqlite;

/// <summary>Forgets what is no longer needed, at start and once a day.</summary>
internal sealed partial class Housekeeping(
    SqliteDatabase database, IOptions<DataOptions> options, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    /// <summary>Of an update that is done only the id is kept, so that it is not done twice. Telegram keeps what is not confirmed for a day.</summary>
    public static readonly TimeSpan UpdateIdsAreKept = TimeSpan.FromDays(7);

    /// <summary>Removes what is too old; what is parked or given up goes with the answers, what is pending never.</summary>
    /// <returns>How many rows went.</returns>
    public Task<int> PruneAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var cutOffs = new
        {
            answers = (now - TimeSpan.FromDays(options.Value.RetentionDays)).ToUnixTimeMilliseconds(),
            updates = (now - UpdateIdsAreKept).ToUnixTimeMilliseconds(),
        };

        return database.WriteAsync(
            connection => connection.Execute(
                $"""
                DELETE FROM answers WHERE created_at < @answers;
                DELETE FROM cases WHERE coalesce(decided_at, opened_at) < @answers;
                DELETE FROM answer_contents WHERE {AnswerContents.IsUnused};
                UPDATE gaps SET question = NULL, carried = NULL WHERE marked_at < @answers AND question IS NOT NULL;
                DELETE FROM inbox WHERE received_at < @updates AND state = 'done';
                DELETE FROM run_notices WHERE created_at < @updates AND is_open = 0;
                DELETE FROM inbox WHERE received_at < @answers AND state = 'parked';
                DELETE FROM outbox WHERE created_at < @answers AND state = 'given up';
                DELETE FROM chats WHERE NOT EXISTS (SELECT 1 FROM answers WHERE answers.chat_id = chats.chat_id)
                    AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.chat_id = chats.chat_id);
                DELETE FROM message_ids WHERE message_id < (SELECT max(message_id) FROM message_ids AS all_ids WHERE all_ids.bot_id = message_ids.bot_id) - 100000;
                """,
                cutOffs),
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

    [LoggerMessage(9002, LogLevel.Debug, "Removed {Rows} old rows")]
    private partial void LogPruned(int rows);

    [LoggerMessage(9003, LogLevel.Error, "Old rows could not be removed; the next try is tomorrow")]
    private partial void LogPruneFailed(Exception exception);
}
