using CstoBot.Conversations;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Sources;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteRunNotices(SqliteDatabase database) : IRunNotices
{
    private const string Select = """
        SELECT id AS Id, chat_id AS Chat, topic AS Topic, is_group AS IsGroup, language AS Language, message_id AS Message, user_id AS User,
               action AS Action, target AS Target, created_at AS At
        FROM run_notices
        """;

    /// <summary>Called inside the transaction of what caused it, as are the others.</summary>
    public static void Open(SqliteConnection connection, Change.NoticeOpened opened)
    {
        var notice = opened.Notice;
        connection.Run(
            """
            INSERT INTO run_notices (id, bot_id, chat_id, topic, is_group, language, user_id, action, target, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            notice.Id,
            opened.BotId,
            notice.Place.ChatId,
            notice.Place.Topic,
            notice.Place.IsGroup ? 1 : 0,
            notice.Language.ToString(),
            notice.Audit?.UserId,
            notice.Audit?.Action,
            notice.Audit?.Target,
            notice.At.ToUnixTimeMilliseconds());
    }

    public static void End(SqliteConnection connection, Change.NoticeEnded ended) => connection.Run("UPDATE run_notices SET is_open = 0 WHERE id = $1", ended.Id);

    public static void NoteArrival(SqliteConnection connection, long id, int messageId) =>
        connection.Run("UPDATE run_notices SET message_id = $2 WHERE id = $1", id, messageId);

    public Task<RunNotice?> FindOrNullAsync(long id, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<Row>($"{Select} WHERE id = @id", new { id })?.ToNotice(), cancellationToken);

    public Task<IReadOnlyList<RunNotice>> OpenAsync(long botId, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<RunNotice>>(
        connection => [.. connection.Query<Row>($"{Select} WHERE bot_id = @botId AND is_open = 1 ORDER BY id", new { botId }).Select(row => row.ToNotice())],
        cancellationToken);

    private sealed record Row(
        long Id, long Chat, long Topic, long IsGroup, string Language, long? Message, long? User, string? Action, string? Target, long At)
    {
        public RunNotice ToNotice() => new(
            Id,
            new ChatPlace(Chat, (int)Topic, IsGroup != 0),
            Enum.Parse<Language>(Language),
            (int?)Message,
            DateTimeOffset.FromUnixTimeMilliseconds(At),
            User is { } user && Action is not null && Target is not null ? new RunAudit(user, Action, Target) : null);
    }
}
