using CstoBot.Moderation.Cases;
using CstoBot.Moderation.Curated;
using CstoBot.Retrieval;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Moderation;

/// <summary>When documents change, kept answers that cite what has changed are suspended, and moderators decide about them again.</summary>
internal sealed class CurationWatch(
    ICuratedStore curated, ICaseStore cases, IAnswerStore answers, CaseCards cards, CurrentIndex current, UnpromptedEffects unprompted, TimeProvider time)
{
    private PassageIndex? looked;

    /// <summary>Looks once at each state of the documents.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var index = current.ValueOrNull;
        if (index is null || index == looked)
        {
            return;
        }

        foreach (var changed in CuratedCheck.Affected(await curated.ActiveAsync(cancellationToken), index))
        {
            await unprompted.CarryOutAsync(await SuspendAsync(changed.Answer, cancellationToken), cancellationToken);
        }

        looked = index;
    }

    private async Task<Effects> SuspendAsync(CuratedAnswer answer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var suspended = new Change.CuratedSuspended(answer.Id, now);
        if (answer.CaseId is { } caseId
            && await cases.FindOrNullAsync(caseId, cancellationToken) is { } decided
            && CaseRules.Apply(decided, new CaseAction.Reopen((await answers.OfCaseOrNullAsync(caseId, cancellationToken))?.Id), by: null, now) is CaseVerdict.Moved(var next, var reopened))
        {
            return Effects.Send(await cards.RefreshAsync(next, cancellationToken), suspended, new Change.CaseMoved(next, decided.State, reopened));
        }

        // Its case is not kept any more, or it never had one.
        var opened = new Case(
            await cases.NextIdAsync(cancellationToken), CaseOrigin.Gap, CaseState.Pending, Revision: 0, CaseQuestion.OfNobody(answer.Asked, answer.Language), new CaseDraft(AnswerIds.New(now), answer.Answer), now)
        {
            Reasons = [HoldReason.SourceChanged],
        };
        return Effects.Send(
            await cards.PostAsync(opened, cancellationToken), suspended, new Change.CaseOpened(opened, unprompted.BotId, new CaseEvent(now, CaseEventKind.Reopened)));
    }
}
