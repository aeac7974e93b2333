using CstoBot.Answering;
using CstoBot.Conversations;

namespace CstoBot.Moderation.Cases;

/// <summary>What moderators decide about: a question with the answer that was composed for it. It changes only by <see cref="CaseRules"/>.</summary>
/// <param name="Id">Counted from 1.</param>
/// <param name="Revision">How often it has changed. A change is stored only where the revision before it is the stored one, so the first decision wins.</param>
/// <param name="Draft">What was composed; null for a gap, which nothing could be composed for.</param>
internal sealed record Case(long Id, CaseOrigin Origin, CaseState State, int Revision, CaseQuestion Question, CaseDraft? Draft, DateTimeOffset OpenedAt)
{
    public IReadOnlyList<HoldReason> Reasons { get; init; } = [];

    /// <summary>What somebody wrote who reported the answer; null for nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>What goes out unreviewed when nobody decides in time; null for nothing.</summary>
    public CaseDraft? Fallback { get; init; }

    /// <summary>When waiting ends; null when nobody waits.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Null while nobody has taken it; may be over, see <see cref="Claim.Until"/>.</summary>
    public Claim? Claim { get; init; }

    /// <summary>What a moderator wrote and has not confirmed yet; null for nothing.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>Null while pending.</summary>
    public Decision? Decision { get; init; }

    /// <summary>What the decision says to the asker; null while pending, and where the answer was rejected or nothing was said.</summary>
    public CaseDraft? Final { get; init; }

    public bool IsPending => State == CaseState.Pending;

    /// <summary>Null when nobody has it at that time.</summary>
    public Reviewer? ClaimedBy(DateTimeOffset now) => Claim is { } claim && claim.Until > now ? claim.By : null;
}

/// <summary>An answer under an id of its own (of the same kind as those of answers), by which the buttons under a card find its citations.</summary>
internal sealed record CaseDraft(long Id, Answer Answer);

/// <summary>What was asked, by whom and where.</summary>
/// <param name="Earlier">What the same person had asked before, oldest first.</param>
/// <param name="Conversation">Where the answer goes; of a gap the default.</param>
/// <param name="MessageId">The asker's message.</param>
/// <param name="AnswerId">The acknowledgement of a held question, or the answer reported; null for a gap.</param>
internal sealed record CaseQuestion(
    string Text, IReadOnlyList<string> Earlier, ConversationKey Conversation, int MessageId, bool IsGroup, Language Language, long? AnswerId)
{
    /// <summary>The number of the gap that is being answered; null for what somebody asked.</summary>
    public long? Gap { get; init; }

    /// <summary>A question for the next who ask: nobody waits for its answer.</summary>
    public static CaseQuestion OfNobody(StandaloneQuestion asked, Language language) =>
        new(asked.Text, asked.Carried is { } carried ? [carried] : [], default, MessageId: 0, IsGroup: false, language, AnswerId: null);
}

internal sealed record Claim(Reviewer By, DateTimeOffset Until);

/// <param name="By">Who wrote it, by Telegram user id.</param>
internal sealed record Proposal(CaseDraft Draft, long By);

/// <param name="By">Null: the bot, when time was up or the question was withdrawn.</param>
/// <param name="Reason">Why it was rejected; null otherwise.</param>
internal sealed record Decision(Reviewer? By, DateTimeOffset At, RejectReason? Reason = null);

/// <summary>Who looks at a case.</summary>
/// <param name="Name">As Telegram gives it; may be anything.</param>
internal sealed record Reviewer(long UserId, string Name);

internal enum CaseOrigin
{
    /// <summary>The answer waits for a moderator.</summary>
    Held,

    /// <summary>It was sent, and somebody found it no good, or what it cites has changed.</summary>
    Reported,

    /// <summary>Nothing could be answered; a moderator answers it for the next who ask.</summary>
    Gap,
}

internal enum CaseState
{
    Pending,
    Approved,
    Edited,
    Rejected,
    Expired,
}

/// <summary>Why a case was opened. The names are stored.</summary>
internal enum HoldReason
{
    /// <summary>Every new answer is reviewed.</summary>
    EveryAnswer,
    LowConfidence,
    SourcesConflict,
    StatementDropped,
    Topic,

    /// <summary>An answer to the same question was corrected before.</summary>
    CorrectedBefore,

    /// <summary>Somebody who got the answer voted it down with this reason, or reported it.</summary>
    Wrong,
    Outdated,
    Incomplete,
    NotAsked,
    Reported,

    /// <summary>What an approved answer cites has changed.</summary>
    SourceChanged,

    /// <summary>Nobody could be answered.</summary>
    Unanswered,
}

/// <summary>Why a moderator rejected an answer. Buttons carry the numbers: they never change.</summary>
internal enum RejectReason
{
    Wrong = 0,
    Outdated = 1,
    NotAsked = 2,

    /// <summary>The bot should not speak of it.</summary>
    OutOfPlace = 3,
}
