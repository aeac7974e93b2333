using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Receiving;

/// <summary>Takes a batch apart without reading more of an update than its id.</summary>
internal static class RawUpdates
{
    /// <summary>What has no id is no update: it can neither be stored nor confirmed.</summary>
    public static IReadOnlyList<ReceivedUpdate> Read(IReadOnlyList<JsonElement> batch, long botId) =>
    [
        .. batch.Where(HasId).Select(update => new ReceivedUpdate(
            new UpdateKey(botId, update.GetProperty("update_id").GetInt64()),
            Text(update),
            SharedMessageIdOrNull(update))),
    ];

    private static int? SharedMessageIdOrNull(JsonElement update) =>
        update.TryGetProperty("message", out var message)
        && message.ValueKind == JsonValueKind.Object
        && message.TryGetProperty("message_id", out var id)
        && id.ValueKind == JsonValueKind.Number
        && id.TryGetInt32(out var number)
        && message.TryGetProperty("chat", out var chat)
        && chat.ValueKind == JsonValueKind.Object
        && chat.TryGetProperty("id", out var chatId)
        && chatId.ValueKind == JsonValueKind.Number
        && chatId.TryGetInt64(out var place)
        && MessageSequence.IsShared(place)
            ? number
            : null;

    /// <summary>Broken UTF-8 becomes U+FFFD: an exception here would have Telegram send the batch again for ever.</summary>
    private static string Text(JsonElement update) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(update));

    private static bool HasId(JsonElement update) =>
        update.ValueKind == JsonValueKind.Object
        && update.TryGetProperty("update_id", out var id)
        && id.ValueKind == JsonValueKind.Number
        && id.TryGetInt64(out _);
}
