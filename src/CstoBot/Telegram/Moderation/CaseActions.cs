using CstoBot.Moderation;
using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Staff;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Moderation;

/// <summary>Carries out what somebody wants to do with a case: the rules decide, and all that follows is stored together.</summary>
internal sealed class CaseActions(CaseCards cards, IOptions<ModerationOptions> options)
{
    /// <param name="by">Null: the bot.</param>
    public async Task<CaseOutcome> CarryOutAsync(Case of, CaseAction action, Reviewer? by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var verdict = CaseRules.Apply(of, action, by, now, options.Value.DecideOwnCases);
        if (verdict is not CaseVerdict.Moved(var next, var happened))
        {
            return new CaseOutcome(verdict, Effects.None);
        }

        var result = CaseResults.Of(of, next, action, options.Value.OnTimeout, now);
        return new CaseOutcome(verdict, Effects.Send(
            [.. result.Messages, .. await cards.RefreshAsync(next, cancellationToken)],
            [new Change.CaseMoved(next, of.State, happened), .. result.Changes, .. by is null ? [] : new Change[] { Audited(of, happened, by) }]));
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
            _ => texts.NothingThere,
        };
    }

    private static Change.Audited Audited(Case of, CaseEvent happened, Reviewer by) =>
        new(new AuditEntry(happened.At, by.UserId, AuditActions.Case, $"{of.Id}", happened.Kind.ToString()));
}

/// <param name="Effects">None when it was refused.</param>
internal sealed record CaseOutcome(CaseVerdict Verdict, Effects Effects);
