using System.Text.Json.Nodes;
using TelegramSandbox.BotApi;

namespace TelegramSandbox.Delivery;

/// <summary>
/// Updates that the bot has not confirmed yet, oldest first. Everything but <see cref="Poll.Terminated"/> and
/// <see cref="Arrival"/> is touched only inside the world's gate.
/// </summary>
/// <param name="dice">Says which updates are delivered twice.</param>
internal sealed class UpdateQueue(int firstId, TimeProvider clock, FaultDice dice, FaultTally faults)
{
    /// <summary>Types that a bot gets only when it asks for them by name.</summary>
    private static readonly string[] OnlyOnRequest = ["chat_member", "message_reaction", "message_reaction_count"];

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly LinkedList<PendingUpdate> pending = [];
    private readonly Queue<PendingUpdate> again = [];
    private TaskCompletionSource arrival = NewSource();
    private Poll? running;
    private int nextId = firstId;

    public int Count => pending.Count;

    public bool IsPolled => running is not null;

    /// <summary>Completes when the next update comes.</summary>
    public Task Arrival => arrival.Task;

    /// <summary>Types that the bot wants; null = the usual ones.</summary>
    public IReadOnlyList<string>? Allowed { get; private set; }

    public void Allow(IReadOnlyList<string> types) => Allowed = types.Count == 0 ? null : types;

    /// <summary>Queues an update of a type, unless the bot does not want that type.</summary>
    public void Add(string type, JsonNode content)
    {
        if (Allowed?.Contains(type) ?? !OnlyOnRequest.Contains(type))
        {
            AddRaw(new JsonObject { [type] = content });
        }
    }

    /// <summary>Queues any JSON object as an update, giving it an id.</summary>
    public void AddRaw(JsonObject update)
    {
        update.Remove("update_id");
        update.Insert(0, "update_id", nextId);
        pending.AddLast(new PendingUpdate(nextId++, clock.GetUtcNow(), update.ToJsonString(), dice.Update()));

        arrival.SetResult();
        arrival = NewSource();
    }

    /// <summary>What a webhook is to get next.</summary>
    public PendingUpdate? FirstOrNull()
    {
        DropOld();
        return again.TryPeek(out var repeated) ? repeated : pending.First?.Value;
    }

    /// <summary>A webhook has taken what <see cref="FirstOrNull"/> gave.</summary>
    public void Taken(PendingUpdate update)
    {
        if (again.TryPeek(out var repeated) && ReferenceEquals(repeated, update))
        {
            again.Dequeue();
            faults.RepeatedUpdate();
            return;
        }

        Confirm(update.Id + 1);
        if (update.Repeat == Repeat.InSameBatch)
        {
            again.Enqueue(update);
        }
    }

    /// <summary>The next batch for a poll. What was confirmed and is delivered again comes along with what is new.</summary>
    public IReadOnlyList<PendingUpdate> NextBatch(int limit)
    {
        DropOld();
        var batch = new List<PendingUpdate>();
        while (pending.Count > 0 && batch.Count < limit - 1 && again.TryDequeue(out var repeated))
        {
            batch.Add(repeated);
            faults.RepeatedUpdate();
        }

        foreach (var update in pending)
        {
            if (batch.Count == limit)
            {
                break;
            }

            batch.Add(update);
            if (update.Repeat == Repeat.InSameBatch && batch.Count < limit)
            {
                batch.Add(update);
                faults.RepeatedUpdate();
            }
        }

        return batch;
    }

    /// <summary>Forgets what the bot has confirmed by an offset; a negative one keeps that many of the latest.</summary>
    public void Confirm(int offset)
    {
        var first = offset >= 0 ? offset : nextId + offset;
        while (pending.First is { } oldest && oldest.Value.Id < first)
        {
            pending.RemoveFirst();
            if (oldest.Value.Repeat == Repeat.Later)
            {
                again.Enqueue(oldest.Value);
            }
        }
    }

    public void Clear()
    {
        pending.Clear();
        again.Clear();
    }

    /// <summary>Starts a getUpdates call; one that is still running is told to end.</summary>
    public Poll BeginPoll()
    {
        running?.Terminate();
        return running = new Poll();
    }

    public void EndPoll(Poll poll) => running = running == poll ? null : running;

    private void DropOld()
    {
        while (pending.First is { } first && first.Value.Since + Kept < clock.GetUtcNow())
        {
            pending.RemoveFirst();
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <param name="Json">The complete update object.</param>
internal sealed record PendingUpdate(int Id, DateTimeOffset Since, string Json, Repeat Repeat);

/// <summary>One running getUpdates call.</summary>
internal sealed class Poll
{
    private readonly TaskCompletionSource terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when another getUpdates call took over.</summary>
    public Task Terminated => terminated.Task;

    public void Terminate() => terminated.TrySetResult();
}
