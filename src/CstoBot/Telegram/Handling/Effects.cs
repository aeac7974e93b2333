using CstoBot.Conversations;
using CstoBot.Moderation.Gaps;
using CstoBot.Telegram.Sending;

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

    /// <summary>The chat got another id: a group became a supergroup.</summary>
    public sealed record ChatMoved(long From, long To) : Change;

    /// <summary>The message in which an answer could be read while it was written is the answer's own from now on.</summary>
    public sealed record LiveMessageEnded(long BotId, long ChatId, int MessageId) : Change;

    /// <summary>Everything stored of a person goes.</summary>
    public sealed record Forgotten(long UserId) : Change;

    /// <summary>A moderator is shown a gap for the first time: from now on it has a number.</summary>
    /// <param name="QuestionId">The question it was found by.</param>
    public sealed record GapFound(long Number, GapTerms Terms, long QuestionId, DateTimeOffset At) : Change;

    /// <param name="Question">What stands for the gap; kept until it is opened again.</param>
    /// <param name="By">0 for the bot.</param>
    public sealed record GapMarked(long Number, GapState State, StandaloneQuestion Question, long By, DateTimeOffset At) : Change;

    /// <param name="Reason">Null when none is given; one given with the same vote before stays.</param>
    public sealed record Voted(long AnswerId, long UserId, Vote Vote, DateTimeOffset At, VoteReason? Reason = null) : Change;
}
