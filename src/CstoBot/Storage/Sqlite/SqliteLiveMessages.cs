using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Live;
using CstoBot.Telegram.Sending;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteLiveMessages(SqliteDatabase database) : ILiveMessages
{
    /// <summary>Called inside the transaction in which the answer is stored.</summary>
    public static void End(SqliteConnection connection, Change.LiveMessageEnded ended) => Remove(connection, ended.BotId, ended.ChatId, ended.MessageId);

    public Task NoteAsync(long botId, ChatPlace place, int messageId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                connection.Run(
                    "INSERT INTO live_messages (bot_id, chat_id, message_id, topic) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                    botId, place.ChatId, messageId, place.Topic);
                if (MessageSequence.IsShared(place.ChatId))
                {
                    SqliteOutbox.NoteKnownId(connection, botId, messageId);
                }

                return true;
            },
            cancellationToken);

    public Task ForgetAsync(long botId, ChatPlace place, int messageId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                Remove(connection, botId, place.ChatId, messageId);
                return true;
            },
            cancellationToken);

    public Task<int> DeleteLeftAsync(long botId, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                var left = connection
                    .Query<(long Chat, long Topic, long Message)>("SELECT chat_id, topic, message_id FROM live_messages WHERE bot_id = @botId", new { botId })
                    .Select(row => new Outgoing.Deletion(new ChatPlace(row.Chat, (int)row.Topic, IsGroup: true), new MessageReference((int)row.Message)))
                    .ToList();
                SqliteOutbox.Add(connection, botId, left, now);
                connection.Run("DELETE FROM live_messages WHERE bot_id = $1", botId);
                return left.Count;
            },
            cancellationToken);

    private static void Remove(SqliteConnection connection, long botId, long chatId, int messageId) =>
        connection.Run("DELETE FROM live_messages WHERE bot_id = $1 AND chat_id = $2 AND message_id = $3", botId, chatId, messageId);
}
