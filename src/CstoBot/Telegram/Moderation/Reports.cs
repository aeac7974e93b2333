using CstoBot.Moderation;
using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Moderation;

/// <summary>An answer that was sent and somebody finds no good becomes a case; what many find, one case.</summary>
internal sealed class Reports(ICaseStore cases, CaseCards cards, IOptions<ModerationOptions> options)
{
    private const int MaxRemark = 500;

    /// <param name="remark">What the reader writes about it; may be empty.</param>
    public async Task<Effects> OpenAsync(
        StoredAnswer answer, HoldReason reason, string remark, Origin by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var said = remark.Length == 0 ? null : PlainText.Shorten(PlainText.OneLine(remark), MaxRemark);
        if (await cases.PendingOfContentOrNullAsync(answer.Id, cancellationToken) is { } pending)
        {
            return CaseRules.Apply(pending, new CaseAction.ReportAgain(reason, said), by: null, now, options.Value.DecideOwnCases) is CaseVerdict.Moved(var next, var again)
                ? Effects.Send(await cards.RefreshAsync(next, cancellationToken), new Change.CaseMoved(next, pending.State, again))
                : Effects.None;
        }

        if (await cases.OfAnswerOrNullAsync(answer.Id, cancellationToken) is not null || answer.Answer is not { } draft)
        {
            // A moderator has decided about this very answer already.
            return Effects.None;
        }

        var opened = new Case(
            await cases.NextIdAsync(cancellationToken),
            CaseOrigin.Reported,
            CaseState.Pending,
            Revision: 0,
            new CaseQuestion(
                answer.Question.Text,
                answer.Question.Carried is { } carried ? [carried] : [],
                answer.Conversation,
                answer.QuestionMessageId,
                IsGroup: answer.ChatId < 0,
                answer.Language,
                answer.Id),
            new CaseDraft(AnswerIds.New(now), draft),
            now)
        {
            Reasons = [reason],
            Remark = said,
        };
        return Effects.Send(
            await cards.PostAsync(opened, cancellationToken), new Change.CaseOpened(opened, by.Bot.Id, new CaseEvent(now, CaseEventKind.Opened)));
    }

    /// <summary>What a vote against an answer says of it.</summary>
    public static HoldReason ReasonOf(VoteReason reason) => reason switch
    {
        VoteReason.Wrong => HoldReason.Wrong,
        VoteReason.Outdated => HoldReason.Outdated,
        VoteReason.Incomplete => HoldReason.Incomplete,
        _ => HoldReason.NotAsked,
    };
}
