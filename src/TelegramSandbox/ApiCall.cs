using System.Text.Json;

namespace TelegramSandbox;

/// <summary>One call of the bot, for tests to look at.</summary>
/// <param name="Method">As Telegram spells it: <c>sendMessage</c>.</param>
/// <param name="Parameters">An object of all parameters; what came as JSON text inside a form is JSON here too.</param>
/// <param name="StatusCode">What was answered; 0 while the call is running, and when its connection was dropped.</param>
public sealed record ApiCall(string Method, JsonElement Parameters, DateTimeOffset Time, int StatusCode);
