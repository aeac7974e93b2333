using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Verification;

namespace CstoBot.Telegram.Handling;

/// <summary>Answers as they were given; the buttons under a message refer to them.</summary>
internal interface IAnswerStore
{
    /// <returns>The answer's id, never used twice.</returns>
    Task<long> AddAsync(GivenAnswer given, CancellationToken cancellationToken);

    /// <summary>Notes the message (its last, when there are several) that carries the answer.</summary>
    Task MarkSentAsync(long answerId, int messageId, CancellationToken cancellationToken);

    /// <summary>Null when there never was such an answer or it is no longer kept.</summary>
    Task<StoredAnswer?> FindOrNullAsync(long answerId, CancellationToken cancellationToken);

    /// <summary>The question whose answer last reached this message's user; null when none did. What was stored and not sent does not count.</summary>
    Task<string?> LatestQuestionOrNullAsync(long chatId, int questionMessageId, CancellationToken cancellationToken);
}

/// <param name="QuestionMessageId">The user's message.</param>
/// <param name="Elapsed">From taking up the question to having the answer.</param>
internal sealed record GivenAnswer(
    ConversationKey Conversation,
    int QuestionMessageId,
    string Question,
    AnswerOutcome Outcome,
    TimeSpan Elapsed,
    DateTimeOffset AnsweredAt);

/// <summary>What a button needs of an answer given earlier.</summary>
/// <param name="ChatId">Where it was given; a button pressed elsewhere does not see it.</param>
internal sealed record StoredAnswer(long Id, long ChatId, Language Language, IReadOnlyList<Citation> Citations);
