namespace CstoBot.Moderation.Cases;

/// <summary>The cases; written by changes, in one transaction with what caused them.</summary>
internal interface ICaseStore
{
    /// <summary>A number for a new case, which no other case gets.</summary>
    Task<long> NextIdAsync(CancellationToken cancellationToken);

    Task<Case?> FindOrNullAsync(long caseId, CancellationToken cancellationToken);

    /// <summary>The latest case about an answer; null when there is none.</summary>
    Task<Case?> OfAnswerOrNullAsync(long answerId, CancellationToken cancellationToken);

    /// <summary>The pending case about an answer that says the same, to the same question or another; null for none.</summary>
    Task<Case?> PendingOfContentOrNullAsync(long answerId, CancellationToken cancellationToken);

    /// <summary>The pending case in which a gap is being answered; null when none is.</summary>
    Task<Case?> OfGapOrNullAsync(long gap, CancellationToken cancellationToken);

    /// <summary>The latest case whose card is a message; null when the message is none.</summary>
    Task<Case?> OfCardOrNullAsync(long chatId, int messageId, CancellationToken cancellationToken);

    /// <summary>Where a case is shown: the chat and the message.</summary>
    Task<IReadOnlyList<(long ChatId, int MessageId)>> CardsAsync(long caseId, CancellationToken cancellationToken);

    Task<IReadOnlyList<CaseEvent>> HistoryAsync(long caseId, CancellationToken cancellationToken);

    /// <summary>Pending cases, oldest first.</summary>
    Task<IReadOnlyList<Case>> PendingAsync(int skip, int take, CancellationToken cancellationToken);

    Task<QueueCounts> CountPendingAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Pending cases whose time is up, at most so many.</summary>
    Task<IReadOnlyList<Case>> DueAsync(DateTimeOffset now, int take, CancellationToken cancellationToken);

    /// <summary>What somebody has taken or decided, latest first.</summary>
    Task<IReadOnlyList<Case>> OfReviewerAsync(long userId, DateTimeOffset now, int take, CancellationToken cancellationToken);

    /// <summary>Cases of an asker that moderators still see, latest first.</summary>
    Task<IReadOnlyList<Case>> OfAskerAsync(long userId, int take, CancellationToken cancellationToken);

    /// <summary>Questions in a language about which moderators decided in one of these ways since then, latest first.</summary>
    Task<IReadOnlyList<DecidedQuestion>> DecidedQuestionsAsync(
        Conversations.Language language, IReadOnlyList<CaseState> states, DateTimeOffset since, int take, CancellationToken cancellationToken);

    /// <summary>How many cases ended in each way since then.</summary>
    Task<IReadOnlyList<(CaseState State, int Count)>> CountDecidedAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>When the bot last did what it does by the clock; null for never.</summary>
    Task<DateTimeOffset?> LastOrNullAsync(string name, CancellationToken cancellationToken);
}

internal sealed record DecidedQuestion(string Text, DateTimeOffset At);

/// <param name="Oldest">When the oldest was opened; null when none is pending.</param>
internal sealed record QueueCounts(int Pending, int Taken, DateTimeOffset? Oldest);
