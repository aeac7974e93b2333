using CstoBot.Conversations;
using CstoBot.Telegram.Handling;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteAskedQuestions(SqliteDatabase database) : IAskedQuestions
{
    private const int Earlier = 5;
    private static readonly TimeSpan EarlierWithin = TimeSpan.FromMinutes(30);

    public Task<AskedQuestion?> FindOrNullAsync(long answerId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                var row = connection.QuerySingleOrDefault<AskedRow>(
                    """
                    SELECT chat_id AS ChatId, topic AS Topic, user_id AS UserId, question AS Question, created_at AS CreatedAt
                    FROM answers WHERE id = @answerId
                    """,
                    new { answerId });
                if (row is null)
                {
                    return null;
                }

                var earlier = connection.Query<string>(
                    """
                    SELECT question FROM answers
                    WHERE chat_id = @ChatId AND topic = @Topic AND user_id = @UserId AND superseded = 0
                      AND created_at BETWEEN @since AND @CreatedAt AND id < @answerId
                    ORDER BY created_at DESC, id DESC LIMIT @limit
                    """,
                    new { row.ChatId, row.Topic, row.UserId, row.CreatedAt, answerId, since = row.CreatedAt - (long)EarlierWithin.TotalMilliseconds, limit = Earlier });
                return new AskedQuestion(new ConversationKey(row.ChatId, (int)row.Topic, row.UserId), row.Question, [.. earlier.Reverse()]);
            },
            cancellationToken);

    public Task<IReadOnlyList<DateTimeOffset>> TimesAsync(long userId, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DateTimeOffset>>(
            connection =>
            [
                .. connection.Query<long>(
                    "SELECT created_at FROM answers WHERE user_id = @userId AND created_at > @since AND case_id IS NULL ORDER BY created_at DESC LIMIT @limit",
                    new { userId, since = since.ToUnixTimeMilliseconds(), limit }).Reverse().Select(DateTimeOffset.FromUnixTimeMilliseconds),
            ],
            cancellationToken);

    private sealed record AskedRow(long ChatId, long Topic, long UserId, string Question, long CreatedAt);
}
