using System.Collections.Concurrent;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Verification;

namespace CstoBot.Tests.Fakes;

/// <summary>Offers what it is told to, and remembers what more was wanted of.</summary>
internal sealed class ScriptedFollowUps : IFollowUps
{
    public FollowUps Offered { get; set; } = FollowUps.None;

    public Answer? More { get; set; }

    /// <summary>Thrown when more is wanted; null for none.</summary>
    public Exception? Fault { get; set; }

    public ConcurrentQueue<StandaloneQuestion> Wanted { get; } = new();

    public Task<FollowUps> OfAsync(StandaloneQuestion question, AnswerOutcome outcome, CancellationToken cancellationToken) => Task.FromResult(Offered);

    public Task<Answer?> MoreOrNullAsync(
        StandaloneQuestion question, Language language, IReadOnlyList<Citation> shown, CancellationToken cancellationToken)
    {
        Wanted.Enqueue(question);
        return Fault is null ? Task.FromResult(More) : throw Fault;
    }
}
