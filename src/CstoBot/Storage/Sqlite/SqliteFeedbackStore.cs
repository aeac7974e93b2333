using CstoBot.Telegram.Handling;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteFeedbackStore(SqliteDatabase database) : IFeedbackStore
{
    public Task VoteAsync(long answerId, long userId, Vote vote, DateTimeOffset votedAt, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO feedback (answer_id, user_id, vote, voted_at) VALUES (@answerId, @userId, @vote, @votedAt)
                ON CONFLICT (answer_id, user_id) DO UPDATE SET vote = excluded.vote, voted_at = excluded.voted_at
                """,
                new { answerId, userId, vote = vote == Vote.Up ? "up" : "down", votedAt = votedAt.ToUnixTimeMilliseconds() },
                transaction,
                cancellationToken: cancellationToken)),
            cancellationToken);

    public Task<Votes> CountAsync(long answerId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var (up, down) = await connection.QuerySingleAsync<(long Up, long Down)>(new CommandDefinition(
                    "SELECT count(*) FILTER (WHERE vote = 'up'), count(*) FILTER (WHERE vote = 'down') FROM feedback WHERE answer_id = @answerId",
                    new { answerId },
                    cancellationToken: cancellationToken));
                return new Votes((int)up, (int)down);
            },
            cancellationToken);
}
