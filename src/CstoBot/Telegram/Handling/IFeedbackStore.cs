namespace CstoBot.Telegram.Handling;

/// <summary>What people thought of an answer: one vote a person, which they may change (<see cref="Change.Voted"/>).</summary>
internal interface IFeedbackStore
{
    Task<Votes> CountAsync(long answerId, CancellationToken cancellationToken);
}

internal enum Vote
{
    Up,
    Down,
}

internal readonly record struct Votes(int Up, int Down);
