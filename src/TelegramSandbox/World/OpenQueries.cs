namespace TelegramSandbox.World;

/// <summary>Pressed buttons and inline questions that wait for the bot's answer.</summary>
internal sealed class OpenQueries(SandboxOptions options)
{
    private readonly Dictionary<string, OpenCallback> callbacks = [];
    private readonly Dictionary<string, OpenInline> inline = [];
    private long nextId = 1;

    public OpenCallback OpenCallback(long personId, long chatId)
    {
        var query = new OpenCallback(NextId(personId), personId, chatId, options.TimeProvider.GetUtcNow() + options.CallbackQueryLifetime);
        Forget(callbacks.Where(pair => pair.Value.Expires < options.TimeProvider.GetUtcNow()).Select(pair => pair.Key), callbacks);
        callbacks[query.Id] = query;
        return query;
    }

    public OpenInline OpenInline(long personId)
    {
        var query = new OpenInline(NextId(personId), options.TimeProvider.GetUtcNow() + options.CallbackQueryLifetime);
        Forget(inline.Where(pair => pair.Value.Expires < options.TimeProvider.GetUtcNow()).Select(pair => pair.Key), inline);
        inline[query.Id] = query;
        return query;
    }

    /// <summary>Null when the id is unknown or its time is over. A query may be answered again within its time.</summary>
    public OpenCallback? CallbackOrNull(string id) =>
        callbacks.TryGetValue(id, out var query) && options.TimeProvider.GetUtcNow() <= query.Expires ? query : null;

    /// <inheritdoc cref="CallbackOrNull"/>
    public OpenInline? InlineOrNull(string id) =>
        inline.TryGetValue(id, out var query) && options.TimeProvider.GetUtcNow() <= query.Expires ? query : null;

    private static void Forget<T>(IEnumerable<string> expired, Dictionary<string, T> queries)
    {
        foreach (var id in expired.ToList())
        {
            queries.Remove(id);
        }
    }

    // As long as Telegram's: the person's id in the upper half.
    private string NextId(long personId) => ((personId << 32) + nextId++).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record OpenCallback(string Id, long PersonId, long ChatId, DateTimeOffset Expires)
{
    public TaskCompletionSource<CallbackAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

internal sealed record OpenInline(string Id, DateTimeOffset Expires)
{
    public TaskCompletionSource<InlineAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
