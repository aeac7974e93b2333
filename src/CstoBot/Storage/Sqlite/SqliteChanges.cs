using CstoBot.Telegram.Handling;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

/// <summary>What came of an update, as rows: called inside the transaction in which the update is done.</summary>
internal static class SqliteChanges
{
    public static void Make(SqliteConnection connection, Change change)
    {
        switch (change)
        {
            case Change.AnswerGiven given:
                SqliteAnswerStore.Add(connection, given);
                break;
            case Change.Voted voted:
                SqliteFeedbackStore.Add(connection, voted);
                break;
            case Change.LanguageChosen chosen:
                SqliteChatSettings.Set(connection, chosen);
                break;
            case Change.AnswerPlaceChosen chosen:
                SqliteChatSettings.Set(connection, chosen);
                break;
            case Change.ChatMoved moved:
                SqliteChatSettings.Move(connection, moved);
                break;
            case Change.LiveMessageEnded ended:
                SqliteLiveMessages.End(connection, ended);
                break;
            case Change.GapFound found:
                SqliteGapStore.Add(connection, found);
                break;
            case Change.GapMarked marked:
                SqliteGapStore.Mark(connection, marked);
                break;
            case Change.Forgotten forgotten:
                SqlitePersonalRows.Forget(connection, forgotten);
                break;
            default:
                throw new InvalidOperationException($"No rows for {change.GetType().Name}.");
        }
    }
}
