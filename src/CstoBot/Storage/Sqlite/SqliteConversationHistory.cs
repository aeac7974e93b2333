using CstoBot.Conversations;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteConversationHistory(SqliteDatabase database) : IConversationHistory
{
    public Task<IReadOnlyList<string>> RecentAsync(ConversationKey key, int limit, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(
            async connection =>
            {
                var latestFirst = await connection.QueryAsync<string>(new CommandDefinition(
                    """
                    SELECT question FROM turns
                    WHERE chat_id = @Chat AND topic = @Topic AND user_id = @User AND asked_at >= @since
                    ORDER BY asked_at DESC, id DESC
                    LIMIT @limit
                    """,
                    new { key.Chat, key.Topic, key.User, limit, since = since.ToUnixTimeMilliseconds() },
                    cancellationToken: cancellationToken));
                return [.. latestFirst.Reverse()];
            },
            cancellationToken);

    public Task AppendAsync(ConversationKey key, string question, DateTimeOffset askedAt, CancellationToken cancellationToken) =>
        database.WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
                "INSERT INTO turns (chat_id, topic, user_id, question, asked_at) VALUES (@Chat, @Topic, @User, @question, @askedAt)",
                new { key.Chat, key.Topic, key.User, question, askedAt = askedAt.ToUnixTimeMilliseconds() },
                transaction,
                cancellationToken: cancellationToken)),
            cancellationToken);
}
