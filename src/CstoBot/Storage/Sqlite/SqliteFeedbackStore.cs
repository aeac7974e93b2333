using CstoBot.Telegram.Handling;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteFeedbackStore(SqliteDatabase database) : IFeedbackStore
{
    private const string Up = "up";
    private const string Down = "down";

    /// <summary>Called inside the transaction in which the press of the button is done.</summary>
    public static void Add(SqliteConnection connection, Change.Voted vote) => connection.Execute(
        """
        INSERT INTO feedback (answer_id, user_id, vote, reason, voted_at) SELECT id, @UserId, @Vote, @Reason, @VotedAt FROM answers WHERE id = @AnswerId
        ON CONFLICT (answer_id, user_id) DO UPDATE SET
            reason = CASE WHEN vote = excluded.vote THEN coalesce(excluded.reason, reason) ELSE excluded.reason END,
            vote = excluded.vote,
            voted_at = excluded.voted_at
        """,
        new { vote.AnswerId, vote.UserId, Vote = vote.Vote == Vote.Up ? Up : Down, Reason = NameOrNull(vote.Reason), VotedAt = vote.At.ToUnixTimeMilliseconds() });

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

    public Task<CastVote?> FindOrNullAsync(long answerId, long userId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefault<(string Vote, string? Reason)?>(
                "SELECT vote, reason FROM feedback WHERE answer_id = @answerId AND user_id = @userId",
                new { answerId, userId }) is var (vote, reason)
                ? new CastVote(vote == Up ? Vote.Up : Vote.Down, Enum.GetValues<VoteReason>().Cast<VoteReason?>().FirstOrDefault(known => NameOrNull(known) == reason))
                : null,
            cancellationToken);

    private static string? NameOrNull(VoteReason? reason) => reason switch
    {
        VoteReason.Wrong => "wrong",
        VoteReason.Outdated => "outdated",
        VoteReason.Incomplete => "incomplete",
        VoteReason.NotAsked => "not what I asked",
        _ => null,
    };
}
