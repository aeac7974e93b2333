using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Verification;

namespace CstoBot.Telegram.Handling;

/// <summary>Answers as they were given (<see cref="Change.AnswerGiven"/>); the buttons under a message refer to them.</summary>
internal interface IAnswerStore
{
    /// <summary>Null when there never was such an answer or it is no longer kept.</summary>
    Task<StoredAnswer?> FindOrNullAsync(long answerId, CancellationToken cancellationToken);

    /// <summary>The answer that a message of the bot's carries, or a part of it; null when it carries none.</summary>
    Task<StoredAnswer?> OfMessageOrNullAsync(long chatId, int messageId, CancellationToken cancellationToken);

    /// <summary>What came of a case, as somebody has it: the latest; null when nobody has anything.</summary>
    Task<StoredAnswer?> OfCaseOrNullAsync(long caseId, CancellationToken cancellationToken);

    /// <summary>The latest answer of a conversation; null when there is none.</summary>
    Task<StoredAnswer?> LastOrNullAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>The answer to a message as it now stands; null when the message got none.</summary>
    Task<EarlierAnswer?> LatestOrNullAsync(long chatId, int questionMessageId, CancellationToken cancellationToken);
}

/// <param name="Id">From <see cref="AnswerIds"/>.</param>
/// <param name="QuestionMessageId">The user's message.</param>
/// <param name="Parts">How many messages carry it.</param>
/// <param name="Elapsed">From taking up the question to having the answer.</param>
internal sealed record GivenAnswer(
    long Id,
    ConversationKey Conversation,
    int QuestionMessageId,
    string Question,
    AnswerOutcome Outcome,
    int Parts,
    TimeSpan Elapsed,
    DateTimeOffset AnsweredAt)
{
    /// <summary>The earlier question that this one went on with; null when it stands alone.</summary>
    public string? Carried { get; init; }

    /// <summary>What was offered below it.</summary>
    public FollowUps FollowUps { get; init; } = FollowUps.None;

    public AnswerOrigin Origin { get; init; }

    /// <summary>The case that it came of; null for what was answered at once.</summary>
    public long? CaseId { get; init; }
}

/// <summary>What an answer was given to.</summary>
internal enum AnswerOrigin
{
    Question,

    /// <summary>A question offered below another answer.</summary>
    Suggestion,

    /// <summary>The wish to read more on a question answered before.</summary>
    More,
}

/// <summary>What a button needs of an answer given earlier.</summary>
/// <param name="ChatId">Where it was given; a button pressed elsewhere does not see it.</param>
/// <param name="Question">As it was answered.</param>
/// <param name="Citations">Empty when it was no answer.</param>
internal sealed record StoredAnswer(
    long Id, long ChatId, Language Language, StandaloneQuestion Question, IReadOnlyList<Citation> Citations, FollowUps FollowUps)
{
    /// <summary>What was said; null when it was no answer.</summary>
    public Answer? Answer { get; init; }

    /// <summary>It waits for a moderator's decision and is nobody's yet: only moderators may look into it.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whose question it answers.</summary>
    public ConversationKey Conversation { get; init; }

    public int QuestionMessageId { get; init; }

    public int Parts { get; init; } = 1;
}

internal sealed record EarlierAnswer(long Id, string Question, int Parts);
