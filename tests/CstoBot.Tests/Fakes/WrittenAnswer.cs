using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Tests.Host;

namespace CstoBot.Tests.Fakes;

/// <summary>An answer that is written as the test says, and ends when the test says so or the reader has read enough.</summary>
internal sealed class WrittenAnswer
{
    private readonly TaskCompletionSource<AnswerListener> begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string[] told = [];

    public WrittenAnswer(ScriptedAnswerer answerer)
    {
        answerer.Write = WriteAsync;
        answerer.Answer = (_, _) => Task.FromResult(Some.Answered(told));
    }

    /// <summary>Tells who reads along what is verified by now.</summary>
    public async Task TellAsync(params string[] statements)
    {
        told = statements;
        (await ListenerAsync()).SoFar.Report(Some.Answer(statements));
    }

    public Task<AnswerListener> ListenerAsync() => begun.Task.WaitAsync(BotFixture.Patience, CancellationToken.None);

    public void Finish() => finished.TrySetResult();

    private async Task WriteAsync(Conversation conversation, AnswerListener listener, CancellationToken cancellationToken)
    {
        begun.TrySetResult(listener);
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stop = listener.Stop.Register(() => stopped.TrySetResult());
        await Task.WhenAny(finished.Task, stopped.Task).WaitAsync(cancellationToken);
    }
}
