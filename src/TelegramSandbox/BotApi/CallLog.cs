namespace TelegramSandbox.BotApi;

/// <summary>The bot's calls, oldest first; of very many the oldest are forgotten.</summary>
/// <param name="kept">How many are remembered.</param>
internal sealed class CallLog(int kept)
{
    private readonly Lock gate = new();
    private readonly LinkedList<LoggedCall> calls = [];

    public IReadOnlyList<ApiCall> Calls
    {
        get
        {
            List<LoggedCall> logged;
            lock (gate)
            {
                logged = [.. calls.Select(call => call with { })];
            }

            return [.. logged.Select(call => new ApiCall(call.Method, call.Parameters.ToJson(), call.Time, call.StatusCode))];
        }
    }

    /// <returns>What will hold the status code; it is 0 until then.</returns>
    public LoggedCall Begin(string method, ApiParameters parameters, DateTimeOffset time)
    {
        var call = new LoggedCall(method, parameters, time);
        if (kept == 0)
        {
            return call;
        }

        lock (gate)
        {
            if (calls.Count == kept)
            {
                calls.RemoveFirst();
            }

            calls.AddLast(call);
        }

        return call;
    }

    public void Finish(LoggedCall call, int statusCode)
    {
        lock (gate)
        {
            call.StatusCode = statusCode;
        }
    }
}

/// <summary>A call as it came; made into JSON only when somebody looks.</summary>
internal sealed record LoggedCall(string Method, ApiParameters Parameters, DateTimeOffset Time)
{
    public int StatusCode { get; set; }
}
