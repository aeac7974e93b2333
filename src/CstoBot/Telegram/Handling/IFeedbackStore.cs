namespace CstoBot.Telegram.Handling;

/// <summary>What people thought of an answer: one vote a person, which they may change.</summary>
internal interface IFeedbackStore
{
    Task VoteAsync(long answerId, long userId, Vote vote, DateTimeOffset votedAt, CancellationToken cancellationToken);

    Task<Votes> CountAsync(long answerId, CancellationToken cancellationToken);
}

internal enum Vote
{
    Up,
    Down,
}

internal readonly record struct Votes(int Up, int Down);
