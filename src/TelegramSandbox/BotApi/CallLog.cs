namespace TelegramSandbox.BotApi;

/// <summary>The bot's calls, oldest first; of very many the oldest are forgotten.</summary>
internal sealed class CallLog
{
    private const int Kept = 20_000;

    private readonly Lock gate = new();
    private readonly LinkedList<ApiCall> calls = [];

    public IReadOnlyList<ApiCall> Calls
    {
        get
        {
            lock (gate)
            {
                return [.. calls];
            }
        }
    }

    /// <returns>For <see cref="Finish"/>.</returns>
    public LinkedListNode<ApiCall> Begin(ApiCall call)
    {
        lock (gate)
        {
            if (calls.Count == Kept)
            {
                calls.RemoveFirst();
            }

            return calls.AddLast(call);
        }
    }

    public void Finish(LinkedListNode<ApiCall> node, int statusCode)
    {
        lock (gate)
        {
            node.Value = node.Value with { StatusCode = statusCode };
        }
    }
}
