using CstoBot.Conversations;
using CstoBot.Moderation.Cases;
using CstoBot.Moderation.Curated;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Moderation;

/// <summary>Answers that were approved before, for moderators to use again and to keep.</summary>
internal sealed class EarlierAnswers(ICuratedStore curated)
{
    /// <summary>Null when it is not kept any more, or what it cites has changed.</summary>
    public async Task<CaseDraft?> DraftOrNullAsync(long curatedId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await curated.FindOrNullAsync(curatedId, cancellationToken) is { State: CuratedState.Active } found ? new CaseDraft(AnswerIds.New(now), found.Answer) : null;

    /// <summary>What keeps a decided answer for reuse; empty when there is nothing to keep.</summary>
    public static IReadOnlyList<Change> Keep(Case decided, Reviewer by, DateTimeOffset now)
    {
        if (decided is not { Decision: { } decision, Final.Answer: var answer })
        {
            return [];
        }

        var asked = StandaloneQuestion.From(new Conversation(decided.Question.Text, decided.Question.Earlier, Language: decided.Question.Language));
        return
        [
            new Change.AnswerKept(CuratedAnswer.Kept(decided.Id, asked, answer, decision.By ?? by, decision.At)),
            new Change.CaseNoted(decided.Id, new CaseEvent(now, CaseEventKind.Kept, by)),
            new Change.Audited(new AuditEntry(now, by.UserId, AuditActions.Curated, $"{decided.Id}", nameof(CaseEventKind.Kept))),
        ];
    }
}
