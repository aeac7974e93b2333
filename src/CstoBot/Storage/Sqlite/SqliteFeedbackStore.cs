using CstoBot.Telegram.Handling;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteFeedbackStore(SqliteDatabase database) : IFeedbackStore
{
    /// <summary>Called inside the transaction in which the press of the button is done.</summary>
    public static void Add(SqliteConnection connection, Change.Voted vote) => connection.Execute(
        """
        INSERT INTO feedback (answer_id, user_id, vote, voted_at) SELECT id, @UserId, @Vote, @VotedAt FROM answers WHERE id = @AnswerId
        ON CONFLICT (answer_id, user_id) DO UPDATE SET vote = excluded.vote, voted_at = excluded.voted_at
        """,
        new { vote.AnswerId, vote.UserId, Vote = vote.Vote == Vote.Up ? "up" : "down", VotedAt = vote.At.ToUnixTimeMilliseconds() });

    public Task<Votes> CountAsync(long answerId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                var (up, down) = connection.QuerySingle<(long Up, long Down)>(
                    "SELECT count(*) FILTER (WHERE vote = 'up'), count(*) FILTER (WHERE vote = 'down') FROM feedback WHERE answer_id = @answerId",
                    new { answerId });
                return new Votes((int)up, (int)down);
            },
            cancellationToken);
}
