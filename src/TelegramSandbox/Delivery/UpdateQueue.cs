using System.Text.Json.Nodes;

namespace TelegramSandbox.Delivery;

/// <summary>
/// Updates that the bot has not confirmed yet, oldest first. Everything but <see cref="Poll.Terminated"/> and
/// <see cref="Arrival"/> is touched only inside the world's gate.
/// </summary>
internal sealed class UpdateQueue(int firstId, TimeProvider clock)
{
    /// <summary>Types that a bot gets only when it asks for them by name.</summary>
    private static readonly string[] OnlyOnRequest = ["chat_member", "message_reaction", "message_reaction_count"];

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly LinkedList<PendingUpdate> pending = [];
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
        pending.AddLast(new PendingUpdate(nextId++, clock.GetUtcNow(), update.ToJsonString()));

        arrival.SetResult();
        arrival = NewSource();
    }

    public PendingUpdate? FirstOrNull() => Peek(1) is [var first] ? first : null;

    public IReadOnlyList<PendingUpdate> Peek(int limit)
    {
        while (pending.First is { } first && first.Value.Since + Kept < clock.GetUtcNow())
        {
            pending.RemoveFirst();
        }

        return [.. pending.Take(limit)];
    }

    /// <summary>Forgets what the bot has confirmed by an offset; a negative one keeps that many of the latest.</summary>
    public void Confirm(int offset)
    {
        var first = offset >= 0 ? offset : nextId + offset;
        while (pending.First is { } oldest && oldest.Value.Id < first)
        {
            pending.RemoveFirst();
        }
    }

    public void Clear() => pending.Clear();

    /// <summary>Starts a getUpdates call; one that is still running is told to end.</summary>
    public Poll BeginPoll()
    {
        running?.Terminate();
        return running = new Poll();
    }

    public void EndPoll(Poll poll) => running = running == poll ? null : running;

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <param name="Json">The complete update object.</param>
internal sealed record PendingUpdate(int Id, DateTimeOffset Since, string Json);

/// <summary>One running getUpdates call.</summary>
internal sealed class Poll
{
    private readonly TaskCompletionSource terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when another getUpdates call took over.</summary>
    public Task Terminated => terminated.Task;

    public void Terminate() => terminated.TrySetResult();
}
