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
            case Change.ModerationChosen chosen:
                SqliteChatSettings.Set(connection, chosen);
                break;
            case Change.ChatMoved chat:
                SqliteChatSettings.Move(connection, chat);
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
            case Change.RoleGranted granted:
                SqliteRoleStore.Grant(connection, granted);
                break;
            case Change.RoleRevoked revoked:
                SqliteRoleStore.Revoke(connection, revoked);
                break;
            case Change.Audited audited:
                SqliteAuditLog.Add(connection, audited.Entry);
                break;
            case Change.CaseOpened opened:
                CaseChanges.Open(connection, opened);
                break;
            case Change.CaseMoved moved:
                CaseChanges.Move(connection, moved);
                break;
            case Change.CaseNoted noted:
                CaseChanges.Note(connection, noted);
                break;
            case Change.CorrectionsAsked asked:
                CaseChanges.AskCorrections(connection, asked);
                break;
            case Change.CorrectionMade made:
                CaseChanges.EndCorrection(connection, made);
                break;
            case Change.ClockNoted noted:
                CaseChanges.Set(connection, noted);
                break;
            case Change.NoticeOpened opened:
                SqliteRunNotices.Open(connection, opened);
                break;
            case Change.NoticeEnded ended:
                SqliteRunNotices.End(connection, ended);
                break;
            case Change.AnswerKept kept:
                SqliteCuratedStore.Keep(connection, kept.Answer);
                break;
            case Change.CuratedRetired retired:
                SqliteCuratedStore.Retire(connection, retired);
                break;
            case Change.CuratedSuspended suspended:
                SqliteCuratedStore.Suspend(connection, suspended);
                break;
            default:
                throw new InvalidOperationException($"No rows for {change.GetType().Name}.");
        }
    }
}
