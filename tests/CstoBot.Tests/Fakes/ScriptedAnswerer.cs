using System.Collections.Concurrent;
using CstoBot.Answering;
using CstoBot.Conversations;

namespace CstoBot.Tests.Fakes;

/// <summary>Answers as it is told, and remembers what it was asked.</summary>
internal sealed class ScriptedAnswerer : IAnswerer
{
    public Func<Conversation, CancellationToken, Task<AnswerOutcome>> Answer { get; set; } =
        (conversation, _) => Task.FromResult(Some.Answered($"You asked: {conversation.Question}"));

    public ConcurrentQueue<Conversation> Asked { get; } = new();

    public Task<AnswerOutcome> AnswerAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        Asked.Enqueue(conversation);
        return Answer(conversation, cancellationToken);
    }
}
