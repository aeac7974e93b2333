namespace TelegramSandbox;

/// <summary>What goes wrong with the next calls of the bot. Faults are used up in the order they were queued.</summary>
public sealed record Fault
{
    private Fault(FaultKind kind) => Kind = kind;

    /// <summary>The method that fails; null = any except getUpdates.</summary>
    public string? Method { get; init; }

    /// <summary>Only calls for this chat fail; null = for any.</summary>
    public long? ChatId { get; init; }

    /// <summary>How many calls fail.</summary>
    public int Times { get; init; } = 1;

    internal FaultKind Kind { get; }

    internal int Code { get; init; }

    internal string Description { get; init; } = "";

    internal TimeSpan Wait { get; init; }

    /// <summary>Telegram refuses, for example with 403 "Forbidden: user is deactivated".</summary>
    public static Fault Error(string? method, int code, string description) =>
        new(FaultKind.Error) { Method = method, Code = code, Description = description };

    /// <summary>429 with the seconds to wait.</summary>
    public static Fault TooManyRequests(string? method, int retryAfterSeconds) =>
        new(FaultKind.TooManyRequests) { Method = method, Code = 429, Wait = TimeSpan.FromSeconds(retryAfterSeconds) };

    /// <summary>A proxy in front of Telegram answers with a page of HTML.</summary>
    public static Fault HtmlPage(string? method, int statusCode) =>
        new(FaultKind.HtmlPage) { Method = method, Code = statusCode };

    /// <summary>The connection breaks before Telegram did anything.</summary>
    public static Fault DropBefore(string? method) => new(FaultKind.DropBefore) { Method = method };

    /// <summary>Telegram does what was asked, and the connection breaks before the bot learns it.</summary>
    public static Fault DropAfter(string? method) => new(FaultKind.DropAfter) { Method = method };

    /// <summary>Telegram never carries out the call, and the connection breaks after this long (on the sandbox's clock).</summary>
    public static Fault Hang(string? method, TimeSpan wait) => new(FaultKind.Hang) { Method = method, Wait = wait };

    /// <summary>The call takes this long (on the sandbox's clock) before it is carried out.</summary>
    public static Fault Delay(string? method, TimeSpan delay) => new(FaultKind.Delay) { Method = method, Wait = delay };
}

internal enum FaultKind
{
    Error,
    TooManyRequests,
    HtmlPage,
    DropBefore,
    DropAfter,
    Delay,
    Hang,
}
