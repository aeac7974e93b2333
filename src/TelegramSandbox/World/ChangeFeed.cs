namespace TelegramSandbox.World;

/// <summary>What happened, in order, for those who watch: web pages and waiting tests.</summary>
internal sealed class ChangeFeed
{
    private const int Kept = 10_000;

    private readonly Lock gate = new();
    private readonly Queue<Change> recent = [];
    private TaskCompletionSource signal = NewSignal();

    public long LastSequence { get; private set; }

    public void Publish(string kind, long chatId, object payload)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            recent.Enqueue(new Change(++LastSequence, kind, chatId, payload));
            if (recent.Count > Kept)
            {
                recent.Dequeue();
            }

            waiting = signal;
            signal = NewSignal();
        }

        waiting.SetResult();
    }

    /// <summary>The changes after a sequence number, and a task that completes with the next one.</summary>
    /// <returns>Null changes when some that came after are no longer kept: the watcher must look at everything anew.</returns>
    public (IReadOnlyList<Change>? Changes, Task Next) After(long sequence)
    {
        lock (gate)
        {
            var oldest = LastSequence - recent.Count;
            return sequence < oldest || sequence > LastSequence
                ? (null, signal.Task)
                : ([.. recent.Skip((int)(sequence - oldest))], signal.Task);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <param name="Kind"><c>message</c>, <c>deleted</c>, <c>typing</c>, …: the web chat's event names.</param>
internal sealed record Change(long Sequence, string Kind, long ChatId, object Payload);
