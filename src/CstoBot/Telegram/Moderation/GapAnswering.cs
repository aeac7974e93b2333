using CstoBot.Moderation.Cases;
using CstoBot.Moderation.Gaps;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Moderation;

/// <summary>A moderator answers what nothing could be answered to: a case without a draft, answered by a reply to its card.</summary>
internal sealed class GapAnswering(ICaseStore cases, CaseCards cards, TimeProvider time) : IGapAnswering
{
    public async Task<Effects> OpenAsync(Incoming.ButtonPress press, long number, Gap gap, CancellationToken cancellationToken)
    {
        var (now, asked, reply) = (time.GetUtcNow(), gap.Examples[0], new Instant.ButtonReply(press.CallbackId));
        if (await cases.OfGapOrNullAsync(number, cancellationToken) is { } pending)
        {
            return Effects.Reply(reply, [await cards.CardAsync(pending, press.Origin.Place(), cancellationToken)]);
        }

        var question = CaseQuestion.OfNobody(asked.Question, asked.Language) with { Gap = number };
        var opened = new Case(await cases.NextIdAsync(cancellationToken), CaseOrigin.Gap, CaseState.Pending, Revision: 0, question, Draft: null, now)
        {
            Reasons = [HoldReason.Unanswered],
            Claim = new Claim(press.Origin.Reviewer(), now + CaseRules.ClaimLasts),
        };
        return Effects.Reply(
            reply,
            [await cards.CardAsync(opened, press.Origin.Place(), cancellationToken)],
            new Change.CaseOpened(opened, press.Origin.Bot.Id, new CaseEvent(now, CaseEventKind.Opened, press.Origin.Reviewer())));
    }
}
