using System.Text.Json.Serialization;

namespace TelegramSandbox;

/// <summary>The preview of a message that the bot is still writing. It is no message: it vanishes by itself, or when the bot sends one there.</summary>
/// <param name="Id">Chosen by the bot; showing it again changes the same preview. As a text in JSON: a page would round it.</param>
/// <param name="Text">May be empty: the bot is thinking.</param>
/// <param name="Date">When it was shown last.</param>
public sealed record SandboxDraft(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] long Id,
    long ChatId,
    string Text,
    DateTimeOffset Date)
{
    /// <summary>How long it is shown unless it is shown again.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    public IReadOnlyList<SandboxEntity> Entities { get; init; } = [];

    public int? ThreadId { get; init; }

    /// <summary>A button is shown by which the person asks the bot to end.</summary>
    public bool CanStop { get; init; }

    /// <summary>It stays when that button is pressed, for what is left of its time.</summary>
    public bool KeepOnStop { get; init; }

    /// <summary>The person has pressed that button; what the bot shows under this id after that is not shown.</summary>
    public bool IsStopped { get; init; }
}
