namespace CstoBot.Moderation.Cases;

/// <summary>What somebody wants to do with a case. Exactly one of the nested cases.</summary>
internal abstract record CaseAction
{
    private CaseAction()
    {
    }

    /// <summary>Nobody else is to decide for a while.</summary>
    public sealed record Take : CaseAction;

    /// <summary>Leave it to the others.</summary>
    public sealed record Skip : CaseAction;

    /// <param name="Unsupported">How many of its statements no document supports.</param>
    public sealed record Propose(CaseDraft Draft, int Unsupported) : CaseAction;

    public sealed record DropProposal : CaseAction;

    /// <summary>The draft is right as it is.</summary>
    public sealed record Approve : CaseAction;

    /// <summary>What was proposed is to be said.</summary>
    /// <param name="DraftId">The one that was seen.</param>
    public sealed record ConfirmProposal(long DraftId) : CaseAction;

    public sealed record Reject(RejectReason Reason) : CaseAction;

    /// <param name="CuratedId">The answer approved before.</param>
    public sealed record UseEarlier(CaseDraft Draft, long CuratedId) : CaseAction;

    /// <summary>Nobody decided in time.</summary>
    public sealed record Expire : CaseAction;

    /// <summary>Nobody waits for an answer any more.</summary>
    public sealed record Withdraw : CaseAction;

    /// <summary>What was decided no longer holds: what it cites has changed.</summary>
    /// <param name="AnswerId">The answer as the asker has it; null when nobody has.</param>
    public sealed record Reopen(long? AnswerId) : CaseAction;

    /// <summary>Somebody else finds the same answer no good.</summary>
    public sealed record ReportAgain(HoldReason Reason, string? Remark) : CaseAction;
}

/// <summary>What became of an action.</summary>
internal abstract record CaseVerdict
{
    private CaseVerdict()
    {
    }

    /// <param name="Next">With the next revision.</param>
    public sealed record Moved(Case Next, CaseEvent Event) : CaseVerdict;

    public sealed record Refused(CaseRefusal Reason) : CaseVerdict;
}

/// <summary>Why nothing came of an action.</summary>
internal enum CaseRefusal
{
    /// <summary>The first decision stands.</summary>
    AlreadyDecided,
    TakenByAnother,

    /// <summary>A moderator does not decide about their own question.</summary>
    OwnQuestion,

    /// <summary>There is no draft, or what was seen has been replaced.</summary>
    NothingThere,

    /// <summary>A quote does not stand in the documents any more.</summary>
    QuoteGone,
    NotDecided,
    NotDue,
}
