using System.Text.Json;

namespace TelegramSandbox;

/// <summary>A button that a person pressed.</summary>
/// <param name="Answer">Completes when the bot answers; waits for ever when it does not, so wait with a time limit.</param>
public sealed record PressedButton(string QueryId, Task<CallbackAnswer> Answer);

/// <summary>What the bot showed to the person who pressed a button.</summary>
/// <param name="Text">Empty when the bot only stopped the button's clock.</param>
/// <param name="ShowAlert">A dialog to close instead of a line that fades.</param>
public sealed record CallbackAnswer(string Text, bool ShowAlert, string? Url, int CacheTime);

/// <summary>Something a person typed after the bot's name.</summary>
/// <param name="Answer">Completes when the bot answers; waits for ever when it does not, so wait with a time limit.</param>
public sealed record AskedInline(string QueryId, Task<InlineAnswer> Answer);

/// <summary>What the bot offers for an inline query.</summary>
public sealed record InlineAnswer(IReadOnlyList<JsonElement> Results, string NextOffset, int CacheTime, bool IsPersonal);
