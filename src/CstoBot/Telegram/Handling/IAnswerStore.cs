using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Verification;

namespace CstoBot.Telegram.Handling;

/// <summary>Answers as they were given (<see cref="Change.AnswerGiven"/>); the buttons under a message refer to them.</summary>
internal interface IAnswerStore
{
    /// <summary>Null when there never was such an answer or it is no longer kept.</summary>
    Task<StoredAnswer?> FindOrNullAsync(long answerId, CancellationToken cancellationToken);

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
    DateTimeOffset AnsweredAt);

/// <summary>What a button needs of an answer given earlier.</summary>
/// <param name="ChatId">Where it was given; a button pressed elsewhere does not see it.</param>
internal sealed record StoredAnswer(long Id, long ChatId, Language Language, string Question, IReadOnlyList<Citation> Citations);

internal sealed record EarlierAnswer(long Id, string Question, int Parts);
