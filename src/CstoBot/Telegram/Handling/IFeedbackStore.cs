namespace CstoBot.Telegram.Handling;

/// <summary>What people thought of an answer: one vote a person, which they may change (<see cref="Change.Voted"/>).</summary>
internal interface IFeedbackStore
{
    Task<Votes> CountAsync(long answerId, CancellationToken cancellationToken);

    /// <summary>What a person thought of an answer; null when they did not say.</summary>
    Task<CastVote?> FindOrNullAsync(long answerId, long userId, CancellationToken cancellationToken);
}

internal enum Vote
{
    Up,
    Down,
}

/// <summary>What an answer lacks, by who voted it down. Buttons carry the numbers: they never change.</summary>
internal enum VoteReason
{
    Wrong = 0,
    Outdated = 1,
    Incomplete = 2,
    NotAsked = 3,
}

/// <param name="Reason">Null when none was given.</param>
internal sealed record CastVote(Vote Vote, VoteReason? Reason);

internal readonly record struct Votes(int Up, int Down);
