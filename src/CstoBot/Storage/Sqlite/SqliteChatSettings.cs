using System.Data.Common;
using CstoBot.Conversations;
using CstoBot.Moderation;
using CstoBot.Telegram.Handling;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteChatSettings(SqliteDatabase database) : IChatSettings
{
    /// <summary>Called inside the transaction in which the choice is done, as are the others.</summary>
    public static void Set(DbConnection connection, Change.LanguageChosen chosen) => connection.Execute(
        """
        INSERT INTO chat_settings (chat_id, language) VALUES (@ChatId, @Language)
        ON CONFLICT (chat_id) DO UPDATE SET language = excluded.language
        """,
        new { chosen.ChatId, Language = chosen.Language?.ToString() });

    public static void Set(DbConnection connection, Change.AnswerPlaceChosen chosen) => connection.Execute(
        """
        INSERT INTO chat_settings (chat_id, answers_in_private) VALUES (@ChatId, @InPrivate)
        ON CONFLICT (chat_id) DO UPDATE SET answers_in_private = excluded.answers_in_private
        """,
        chosen);

    public static void Set(DbConnection connection, Change.ModerationChosen chosen) => connection.Execute(
        """
        INSERT INTO chat_settings (chat_id, moderation) VALUES (@ChatId, @Mode)
        ON CONFLICT (chat_id) DO UPDATE SET moderation = excluded.moderation
        """,
        new { chosen.ChatId, Mode = chosen.Mode?.ToString() });

    /// <summary>A chat that got another id keeps what was chosen; what the new one has already stays.</summary>
    public static void Move(DbConnection connection, Change.ChatMoved moved) => connection.Execute(
        """
        UPDATE OR IGNORE chat_settings SET chat_id = @To WHERE chat_id = @From;
        DELETE FROM chat_settings WHERE chat_id = @From;
        """,
        moved);

    public Task<ChatSettings> FindAsync(long chatId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefault<(string? Language, long InPrivate, string? Moderation)?>(
                "SELECT language, answers_in_private, moderation FROM chat_settings WHERE chat_id = @chatId",
                new { chatId }) is var (language, inPrivate, moderation)
                ? new ChatSettings(
                    language is null ? null : Enum.Parse<Language>(language), inPrivate != 0, moderation is null ? null : Enum.Parse<ModerationMode>(moderation))
                : ChatSettings.Default,
            cancellationToken);
}
