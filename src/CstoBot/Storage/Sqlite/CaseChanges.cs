using System.Text.Json;
using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

/// <summary>Writes what became of cases, inside the transaction of what caused it.</summary>
internal static class CaseChanges
{
    private const string Columns = """
        origin, state, revision, chat_id, topic, user_id, message_id, is_group, answer_id, gap, language, question, earlier, remark, reasons,
        confidence, composer, corpus_version, draft_id, fallback_id, proposal_id, final_id, proposed_by, opened_at, due_at,
        claimed_by, claimed_name, claimed_until, decided_by, decided_name, decided_at, reject_reason
        """;

    private const string Values = """
        @Origin, @State, @Revision, @Chat, @Topic, @User, @MessageId, @IsGroup, @AnswerId, @Gap, @Language, @Text, @Earlier, @Remark, @Reasons,
        @Confidence, @Composer, @CorpusVersion, @DraftId, @FallbackId, @ProposalId, @FinalId, @ProposedBy, @OpenedAt, @DueAt,
        @ClaimedBy, @ClaimedName, @ClaimedUntil, @DecidedBy, @DecidedName, @DecidedAt, @RejectReason
        """;

    public static void Open(SqliteConnection connection, Change.CaseOpened opened)
    {
        connection.Execute($"INSERT INTO cases (id, bot_id, {Columns}) VALUES (@Id, @BotId, {Values})", Row(opened.Case, opened.BotId));
        AddDrafts(connection, opened.Case);
        AddEvent(connection, opened.Case.Id, opened.Event);
    }

    /// <exception cref="StaleCaseException">The case is not as it was when this was decided.</exception>
    public static void Move(SqliteConnection connection, Change.CaseMoved moved)
    {
        var next = moved.Next;
        var changed = connection.Execute(
            $"UPDATE cases SET ({Columns}) = ({Values}) WHERE id = @Id AND revision = @Revision - 1 AND state = @Before",
            Row(next, botId: 0, moved.Before));
        if (changed == 0)
        {
            throw new StaleCaseException(next.Id);
        }

        AddDrafts(connection, next);
        AddEvent(connection, next.Id, moved.Event);
    }

    public static void Note(SqliteConnection connection, Change.CaseNoted noted) => AddEvent(connection, noted.CaseId, noted.Event);

    /// <summary>Called when Telegram has taken a message of a case, or nobody is there to get it.</summary>
    /// <param name="messageId">Null when it did not arrive.</param>
    public static void NoteSent(SqliteConnection connection, Outgoing outgoing, CaseMark mark, int? messageId, long now)
    {
        if (mark.Kind == CaseMessage.Card)
        {
            if (messageId is { } card)
            {
                connection.Execute(
                    """
                    DELETE FROM case_cards WHERE chat_id = @chat AND message_id = @card AND case_id <> @CaseId;
                    INSERT INTO case_cards (case_id, chat_id, message_id) SELECT id, @chat, @card FROM cases WHERE id = @CaseId
                    ON CONFLICT (case_id, chat_id) DO UPDATE SET message_id = excluded.message_id
                    """,
                    new { mark.CaseId, chat = outgoing.Place.ChatId, card });
            }

            return;
        }

        var kind = messageId is null ? CaseEventKind.NotDelivered : mark.Kind == CaseMessage.Correction ? CaseEventKind.Corrected : CaseEventKind.Delivered;
        AddEvent(connection, mark.CaseId, new CaseEvent(DateTimeOffset.FromUnixTimeMilliseconds(now), kind));
    }

    public static void AskCorrections(SqliteConnection connection, Change.CorrectionsAsked asked) => connection.Execute(
        """
        INSERT INTO corrections (case_id, answer_id)
        SELECT @CaseId, others.id FROM answers AS wrong JOIN answers AS others ON others.id = wrong.id OR others.content_id = wrong.content_id
        WHERE wrong.id = @AnswerId AND others.superseded = 0 AND (@AlsoOtherQuestions OR others.question = wrong.question)
        ON CONFLICT DO NOTHING
        """,
        new { asked.CaseId, asked.AnswerId, asked.AlsoOtherQuestions });

    public static void EndCorrection(SqliteConnection connection, Change.CorrectionMade made) =>
        connection.Execute("DELETE FROM corrections WHERE case_id = @CaseId AND answer_id = @AnswerId", made);

    public static void Set(SqliteConnection connection, Change.ClockNoted noted) => connection.Execute(
        "INSERT INTO clock (name, at) VALUES (@Name, @at) ON CONFLICT (name) DO UPDATE SET at = excluded.at",
        new { noted.Name, at = noted.At.ToUnixTimeMilliseconds() });

    /// <summary>What was asked and by whom goes; that something was decided, and by whom, stays as long as other cases do.</summary>
    public static void Forget(SqliteConnection connection, Change.Forgotten forgotten)
    {
        var asked = connection.Query<(long Id, string State)>("SELECT id, state FROM cases WHERE user_id = @UserId", new { forgotten.UserId }).AsList();
        foreach (var (id, _) in asked.Where(row => row.State == "pending"))
        {
            AddEvent(connection, id, new CaseEvent(forgotten.At, CaseEventKind.Withdrawn));
        }

        connection.Execute(
            """
            DELETE FROM case_drafts WHERE case_id IN (SELECT id FROM cases WHERE user_id = @UserId);
            UPDATE cases SET
                user_id = 0, chat_id = 0, topic = 0, message_id = 0, answer_id = NULL, question = '', earlier = '[]', remark = NULL,
                draft_id = NULL, fallback_id = NULL, proposal_id = NULL, final_id = NULL, claimed_by = NULL, claimed_name = NULL, claimed_until = NULL, due_at = NULL,
                decided_by = coalesce(decided_by, 0), decided_at = coalesce(decided_at, @at),
                state = CASE state WHEN 'pending' THEN 'expired' ELSE state END,
                revision = revision + 1
            WHERE user_id = @UserId;
            UPDATE cases SET decided_name = '' WHERE decided_by = @UserId;
            UPDATE cases SET claimed_name = '' WHERE claimed_by = @UserId;
            UPDATE case_events SET name = '' WHERE user_id = @UserId;
            """,
            new { forgotten.UserId, at = forgotten.At.ToUnixTimeMilliseconds() });
    }

    private static void AddDrafts(SqliteConnection connection, Case of)
    {
        CaseDraft?[] drafts = [of.Draft, of.Fallback, of.Proposal?.Draft, of.Final];
        foreach (var draft in drafts.OfType<CaseDraft>())
        {
            connection.Execute(
                "INSERT INTO case_drafts (id, case_id, content_id) VALUES (@Id, @caseId, @content) ON CONFLICT DO NOTHING",
                new { draft.Id, caseId = of.Id, content = AnswerContents.Add(connection, draft.Answer) });
        }
    }

    private static void AddEvent(SqliteConnection connection, long caseId, CaseEvent added) => connection.Execute(
        """
        INSERT INTO case_events (case_id, number, at, user_id, name, kind, detail)
        SELECT id, coalesce((SELECT max(number) FROM case_events WHERE case_id = cases.id), 0) + 1, @at, @user, @name, @kind, @Detail FROM cases WHERE id = @caseId
        """,
        new { caseId, at = added.At.ToUnixTimeMilliseconds(), user = added.By?.UserId, name = added.By?.Name, kind = added.Kind.ToString(), added.Detail });

    private static object Row(Case of, long botId, CaseState before = CaseState.Pending) => new
    {
        of.Id,
        BotId = botId,
        Before = Name(before),
        Origin = Name(of.Origin),
        State = Name(of.State),
        of.Revision,
        of.Question.Conversation.Chat,
        of.Question.Conversation.Topic,
        of.Question.Conversation.User,
        of.Question.MessageId,
        of.Question.IsGroup,
        of.Question.AnswerId,
        of.Question.Gap,
        Language = of.Question.Language.ToString(),
        of.Question.Text,
        Earlier = Json(of.Question.Earlier),
        of.Remark,
        Reasons = Json([.. of.Reasons.Select(reason => reason.ToString())]),
        of.Draft?.Answer.Confidence,
        of.Draft?.Answer.Composer,
        of.Draft?.Answer.CorpusVersion,
        DraftId = of.Draft?.Id,
        FallbackId = of.Fallback?.Id,
        ProposalId = of.Proposal?.Draft.Id,
        FinalId = of.Final?.Id,
        ProposedBy = of.Proposal?.By,
        OpenedAt = of.OpenedAt.ToUnixTimeMilliseconds(),
        DueAt = of.DueAt?.ToUnixTimeMilliseconds(),
        ClaimedBy = of.Claim?.By.UserId,
        ClaimedName = of.Claim?.By.Name,
        ClaimedUntil = of.Claim?.Until.ToUnixTimeMilliseconds(),
        DecidedBy = of.Decision is null ? null : (long?)(of.Decision.By?.UserId ?? 0),
        DecidedName = of.Decision?.By?.Name,
        DecidedAt = of.Decision?.At.ToUnixTimeMilliseconds(),
        RejectReason = of.Decision?.Reason?.ToString(),
    };

    private static string Json(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts, SuggestionsJson.Default.IReadOnlyListString);

    private static string Name(Enum value) => value.ToString().ToLowerInvariant();
}
