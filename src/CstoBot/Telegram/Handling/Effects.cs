using CstoBot.Conversations;
using CstoBot.Moderation;
using CstoBot.Moderation.Cases;
using CstoBot.Moderation.Curated;
using CstoBot.Moderation.Gaps;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Sources;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Handling;

/// <summary>All that comes of an update. The messages and the changes are stored in one transaction with the update's being done: all or nothing.</summary>
/// <param name="Messages">In the order in which they go out.</param>
/// <param name="Instant">What goes out at once besides; null for nothing.</param>
internal sealed record Effects(IReadOnlyList<Outgoing> Messages, IReadOnlyList<Change> Changes, Instant? Instant = null)
{
    public static readonly Effects None = new([], []);

    public static Effects Send(IReadOnlyList<Outgoing> messages, params IReadOnlyList<Change> changes) => new(messages, changes);

    public static Effects Reply(Instant instant, IReadOnlyList<Outgoing> messages, params IReadOnlyList<Change> changes) => new(messages, changes, instant);
}

/// <summary>Something to be remembered. Exactly one of the nested cases.</summary>
internal abstract record Change
{
    private Change()
    {
    }

    /// <param name="Supersedes">The answer whose place it takes, because its question was edited; null for none.</param>
    public sealed record AnswerGiven(GivenAnswer Answer, long? Supersedes = null) : Change;

    /// <param name="ChatId">A person's own chat has the person's id.</param>
    /// <param name="Language">Null: the language of each question.</param>
    public sealed record LanguageChosen(long ChatId, Language? Language) : Change;

    public sealed record AnswerPlaceChosen(long ChatId, bool InPrivate) : Change;

    /// <param name="Mode">Null: as the settings of the bot say.</param>
    public sealed record ModerationChosen(long ChatId, ModerationMode? Mode) : Change;

    /// <summary>The chat got another id: a group became a supergroup.</summary>
    public sealed record ChatMoved(long From, long To) : Change;

    /// <summary>The message in which an answer could be read while it was written is the answer's own from now on.</summary>
    public sealed record LiveMessageEnded(long BotId, long ChatId, int MessageId) : Change;

    /// <summary>Everything stored of a person goes.</summary>
    public sealed record Forgotten(long UserId, DateTimeOffset At) : Change;

    public sealed record RoleGranted(long UserId, Role Role, long By, DateTimeOffset At) : Change;

    public sealed record RoleRevoked(long UserId) : Change;

    /// <summary>Noted for good.</summary>
    public sealed record Audited(AuditEntry Entry) : Change;

    public sealed record CaseOpened(Case Case, long BotId, CaseEvent Event) : Change;

    /// <summary>Only where the case is as it was when this was decided; else nothing of all that came of the update is stored.</summary>
    /// <param name="Before">The state that it leaves.</param>
    public sealed record CaseMoved(Case Next, CaseState Before, CaseEvent Event) : Change;

    /// <summary>Something about a case that does not change it.</summary>
    public sealed record CaseNoted(long CaseId, CaseEvent Event) : Change;

    /// <summary>Everybody who got an answer is to get it corrected.</summary>
    /// <param name="AlsoOtherQuestions">Whoever got the same text for another question, too.</param>
    public sealed record CorrectionsAsked(long CaseId, long AnswerId, bool AlsoOtherQuestions) : Change;

    public sealed record CorrectionMade(long CaseId, long AnswerId) : Change;

    /// <summary>The bot has done what it does by the clock.</summary>
    public sealed record ClockNoted(string Name, DateTimeOffset At) : Change;

    /// <summary>An answer is kept for reuse; it gets its id by that, and takes the place of what was kept of the same case before.</summary>
    public sealed record AnswerKept(CuratedAnswer Answer) : Change;

    /// <summary>A kept answer is not to be used again.</summary>
    public sealed record CuratedRetired(long Id, Reviewer By, DateTimeOffset At) : Change;

    /// <summary>What a kept answer cites has changed or is gone. One that is not active any more stays as it is.</summary>
    public sealed record CuratedSuspended(long Id, DateTimeOffset At) : Change;

    /// <summary>A moderator is shown a gap for the first time: from now on it has a number.</summary>
    /// <param name="QuestionId">The question it was found by.</param>
    public sealed record GapFound(long Number, GapTerms Terms, long QuestionId, DateTimeOffset At) : Change;

    /// <param name="Question">What stands for the gap; kept until it is opened again.</param>
    /// <param name="By">0 for the bot.</param>
    public sealed record GapMarked(long Number, GapState State, StandaloneQuestion Question, long By, DateTimeOffset At) : Change;

    /// <summary>A message tells somebody from now on how a change of the corpus goes.</summary>
    public sealed record NoticeOpened(RunNotice Notice, long BotId) : Change;

    /// <summary>It says how the change ended.</summary>
    public sealed record NoticeEnded(long Id) : Change;

    /// <param name="Reason">Null when none is given; one given with the same vote before stays.</param>
    public sealed record Voted(long AnswerId, long UserId, Vote Vote, DateTimeOffset At, VoteReason? Reason = null) : Change;
}
