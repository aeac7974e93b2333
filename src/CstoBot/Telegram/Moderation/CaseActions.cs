using CstoBot.Conversations;
using CstoBot.Moderation;
using CstoBot.Moderation.Cases;
using CstoBot.Moderation.Gaps;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Staff;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Moderation;

/// <summary>Carries out what somebody wants to do with a case: the rules decide, and all that follows is stored together.</summary>
internal sealed class CaseActions(CaseCards cards, EarlierAnswers earlier, IOptions<ModerationOptions> options)
{
    /// <param name="by">Null: the bot.</param>
    public async Task<CaseOutcome> CarryOutAsync(Case of, CaseAction action, Reviewer? by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (action is CaseAction.Approve && of is { IsPending: true, Draft.Answer: var draft } && earlier.MayHaveChanged(of, draft))
        {
            if (earlier.RenewedOrNull(draft) is not { } renewed)
            {
                // Approving cannot make a quote stand where it stands no longer.
                return new CaseOutcome(new CaseVerdict.Refused(CaseRefusal.QuoteGone), Effects.None);
            }

            of = of with { Draft = new CaseDraft(AnswerIds.New(now), renewed) };
        }

        var verdict = CaseRules.Apply(of, action, by, now, options.Value.DecideOwnCases);
        if (verdict is not CaseVerdict.Moved(var next, var happened))
        {
            return new CaseOutcome(verdict, Effects.None);
        }

        var result = CaseResults.Of(of, next, action, options.Value.OnTimeout, now);
        return new CaseOutcome(verdict, Effects.Send(
            [.. result.Messages, .. await cards.RefreshAsync(next, cancellationToken)],
            [new Change.CaseMoved(next, of.State, happened), .. result.Changes, .. Kept(of, next, by, now), .. by is null ? [] : new Change[] { Audited(of, happened, by) }]));
    }

    /// <summary>Whoever is late is told who decided.</summary>
    public string Why(CaseRefusal reason, Case of, ReviewTexts texts)
    {
        var view = cards.ViewOf(of);
        return reason switch
        {
            CaseRefusal.AlreadyDecided when of.Decision is { } decision =>
                texts.Decided(of.State, decision.By is { } by ? PlainText.OneLine(by.Name) : null, view.Time(decision.At)),
            CaseRefusal.TakenByAnother when of.Claim is { } claim => texts.TakenBy(PlainText.OneLine(claim.By.Name), view.Time(claim.Until)),
            CaseRefusal.OwnQuestion => texts.OwnQuestion,
            CaseRefusal.QuoteGone => texts.QuoteGone,
            _ => texts.NothingThere,
        };
    }

    /// <summary>What was kept before is kept again; what nobody waits for is decided only to be kept.</summary>
    private static IEnumerable<Change> Kept(Case of, Case next, Reviewer? by, DateTimeOffset now)
    {
        if (by is null || next.IsPending)
        {
            return [];
        }

        var kept = of.Origin == CaseOrigin.Gap || of.Reasons.Contains(HoldReason.SourceChanged) ? EarlierAnswers.Keep(next, by, now) : [];
        return of.Question.Gap is { } gap && GapStateOrNull(next) is { } state
            ? [.. kept, new Change.GapMarked(gap, state, new StandaloneQuestion(of.Question.Text, of.Question.Earlier.Count > 0 ? of.Question.Earlier[^1] : null), by.UserId, now)]
            : kept;
    }

    /// <summary>Null when the gap stays as it is.</summary>
    private static GapState? GapStateOrNull(Case decided) =>
        decided.Final is not null ? GapState.Answered
        : decided.Decision?.Reason == RejectReason.OutOfPlace ? GapState.OutOfScope
        : null;

    private static Change.Audited Audited(Case of, CaseEvent happened, Reviewer by) =>
        new(new AuditEntry(happened.At, by.UserId, AuditActions.Case, $"{of.Id}", happened.Kind.ToString()));
}

/// <param name="Effects">None when it was refused.</param>
internal sealed record CaseOutcome(CaseVerdict Verdict, Effects Effects);
