using CstoBot.Conversations;
using Dapper;

namespace CstoBot.Storage.Sqlite;

/// <summary>A conversation's questions are those of its answers.</summary>
internal sealed class SqliteConversationHistory(SqliteDatabase database) : IConversationHistory
{
    public Task<IReadOnlyList<string>> RecentAsync(ConversationKey key, int limit, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(
            connection =>
            [
                .. connection.Query<string>(
                    """
                    SELECT question FROM answers
                    WHERE chat_id = @Chat AND topic = @Topic AND user_id = @User AND created_at >= @since AND superseded = 0 AND origin <> 'more'
                    ORDER BY created_at DESC, id DESC
                    LIMIT @limit
                    """,
                    new { key.Chat, key.Topic, key.User, limit, since = since.ToUnixTimeMilliseconds() }).Reverse(),
            ],
            cancellationToken);
}
