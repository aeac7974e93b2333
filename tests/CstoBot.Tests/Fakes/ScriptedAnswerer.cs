using System.Collections.Concurrent;
using CstoBot.Answering;
using CstoBot.Conversations;

namespace CstoBot.Tests.Fakes;

/// <summary>Answers as it is told, and remembers what it was asked.</summary>
internal sealed class ScriptedAnswerer : IAnswerer
{
    public Func<Conversation, CancellationToken, Task<AnswerOutcome>> Answer { get; set; } =
        (conversation, _) => Task.FromResult(Some.Answered($"You asked: {conversation.Question}"));

    /// <summary>Who answers in its place; null for nobody.</summary>
    public IAnswerer? Instead { get; set; }

    /// <summary>What the one who reads along is told before the answer; null for nothing.</summary>
    public Func<Conversation, AnswerListener, CancellationToken, Task>? Write { get; set; }

    public ConcurrentQueue<Conversation> Asked { get; } = new();

    public Task<AnswerOutcome> QuoteAsync(Conversation conversation, CancellationToken cancellationToken) => AnswerAsync(conversation, listener: null, cancellationToken);

    public async Task<AnswerOutcome> AnswerAsync(Conversation conversation, AnswerListener? listener, CancellationToken cancellationToken)
    {
        Asked.Enqueue(conversation);
        if (Instead is not null)
        {
            return await Instead.AnswerAsync(conversation, listener, cancellationToken);
        }

        if (Write is not null && listener is not null)
        {
            await Write(conversation, listener, cancellationToken);
        }

        return await Answer(conversation, cancellationToken);
    }
}
