namespace TelegramSandbox.BotApi;

/// <summary>The Bot API refuses a call. Thrown by methods, caught where their outcome is written down.</summary>
internal sealed class ApiRefusal(int code, string description, int? retryAfter = null) : Exception(description)
{
    public int Code { get; } = code;

    /// <summary>Seconds; only with 429.</summary>
    public int? RetryAfter { get; } = retryAfter;

    /// <summary>400. As Telegram does, lowers the first letter unless the text is a constant like MESSAGE_TOO_LONG.</summary>
    public static ApiRefusal BadRequest(string reason) =>
        new(400, "Bad Request: " + (reason.Length > 1 && char.IsUpper(reason[1]) ? reason : char.ToLowerInvariant(reason[0]) + reason[1..]));

    public static ApiRefusal Forbidden(string reason) => new(403, "Forbidden: " + reason);

    public static ApiRefusal Conflict(string reason) => new(409, "Conflict: " + reason);

    public static ApiRefusal TooManyRequests(int retryAfter) =>
        new(429, $"Too Many Requests: retry after {retryAfter}", retryAfter);
}
