namespace CstoBot.Moderation.Cases;

/// <summary>
/// What may become of a case: pending until one decision, which stands; only a change of what it cites makes it pending again. Pure. Whether
/// somebody is a moderator is checked before.
/// </summary>
internal static class CaseRules
{
    /// <summary>How long a case that was taken is kept from the others.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(10);

    /// <param name="by">Null: the bot.</param>
    /// <param name="ownAllowed">Whether moderators may decide about their own questions.</param>
    public static CaseVerdict Apply(Case current, CaseAction action, Reviewer? by, DateTimeOffset now, bool ownAllowed = false) =>
        RefusalOrNull(current, action, by, now, ownAllowed) is { } refusal
            ? new CaseVerdict.Refused(refusal)
            : Moved(current, action, by, now);

    private static CaseRefusal? RefusalOrNull(Case current, CaseAction action, Reviewer? by, DateTimeOffset now, bool ownAllowed)
    {
        if (action is CaseAction.Reopen)
        {
            return current.State is CaseState.Approved or CaseState.Edited ? null : CaseRefusal.NotDecided;
        }

        if (!current.IsPending)
        {
            return CaseRefusal.AlreadyDecided;
        }

        if (by is not null && IsDecision(action) && !ownAllowed && current.Question.Conversation.User == by.UserId)
        {
            return CaseRefusal.OwnQuestion;
        }

        if (by is not null && action is not CaseAction.ReportAgain && current.ClaimedBy(now) is { } other && other.UserId != by.UserId)
        {
            return CaseRefusal.TakenByAnother;
        }

        return action switch
        {
            CaseAction.Approve => current.Draft is null ? CaseRefusal.NothingThere : null,
            CaseAction.ConfirmProposal confirm => current.Proposal?.Draft.Id == confirm.DraftId ? null : CaseRefusal.NothingThere,
            CaseAction.DropProposal => current.Proposal is null ? CaseRefusal.NothingThere : null,
            CaseAction.Expire => current.DueAt <= now ? null : CaseRefusal.NotDue,
            _ => null,
        };
    }

    private static bool IsDecision(CaseAction action) =>
        action is CaseAction.Approve or CaseAction.ConfirmProposal or CaseAction.Reject or CaseAction.UseEarlier or CaseAction.Propose;

    private static CaseVerdict.Moved Moved(Case current, CaseAction action, Reviewer? by, DateTimeOffset now)
    {
        var (next, kind, detail) = action switch
        {
            CaseAction.Take => (current with { Claim = new Claim(by!, now + ClaimLasts) }, CaseEventKind.Taken, null),
            CaseAction.Skip => (current with { Claim = null }, CaseEventKind.Skipped, null),
            CaseAction.Propose propose => (
                current with { Proposal = new Proposal(propose.Draft, by!.UserId), Claim = new Claim(by, now + ClaimLasts) },
                CaseEventKind.Proposed,
                $"{propose.Draft.Answer.Statements.Count}, {propose.Unsupported}"),
            CaseAction.DropProposal => (current with { Proposal = null }, CaseEventKind.ProposalDropped, null),
            CaseAction.Approve => (Decided(CaseState.Approved, current.Draft), CaseEventKind.Approved, null),
            CaseAction.ConfirmProposal => (Decided(CaseState.Edited, current.Proposal!.Draft), CaseEventKind.Edited, null),
            CaseAction.Reject reject => (Decided(CaseState.Rejected, null, reject.Reason), CaseEventKind.Rejected, reject.Reason.ToString()),
            CaseAction.UseEarlier use => (Decided(CaseState.Approved, use.Draft), CaseEventKind.EarlierUsed, $"{use.CuratedId}"),
            CaseAction.Expire => (Decided(CaseState.Expired, null), CaseEventKind.Expired, null),
            CaseAction.Withdraw => (Decided(CaseState.Expired, null), CaseEventKind.Withdrawn, null),
            CaseAction.Reopen reopen => (Reopened(current, reopen), CaseEventKind.Reopened, null),
            CaseAction.ReportAgain again => (Reported(current, again), CaseEventKind.ReportedAgain, again.Reason.ToString()),
            _ => throw new InvalidOperationException($"No rule for {action.GetType().Name}."),
        };
        return new CaseVerdict.Moved(next with { Revision = current.Revision + 1 }, new CaseEvent(now, kind, by, detail));

        Case Decided(CaseState state, CaseDraft? final, RejectReason? reason = null) => current with
        {
            State = state,
            Decision = new Decision(by, now, reason),
            Final = final,
            Claim = null,
            Proposal = null,
            DueAt = null,
        };
    }

    /// <summary>Nobody waits for it: whoever asked has an answer, and a decision corrects that one.</summary>
    private static Case Reopened(Case current, CaseAction.Reopen reopen) => current with
    {
        State = CaseState.Pending,
        Origin = reopen.AnswerId is null ? CaseOrigin.Gap : CaseOrigin.Reported,
        Question = current.Question with { AnswerId = reopen.AnswerId },
        Draft = current.Final,
        Final = null,
        Fallback = null,
        Decision = null,
        Reasons = [HoldReason.SourceChanged],
    };

    private static Case Reported(Case current, CaseAction.ReportAgain again) => current with
    {
        Reasons = [.. current.Reasons.Append(again.Reason).Distinct()],
        Remark = current.Remark ?? again.Remark,
    };
}
