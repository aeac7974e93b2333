using System.Text.Json.Nodes;
using TelegramSandbox.World;

namespace TelegramSandbox.BotApi;

/// <summary>What a new message of the bot refers to, and the topic it goes to.</summary>
/// <param name="MessageId">Null when it answers nothing.</param>
internal sealed record ReplyParameter(int? MessageId, string? Quote, int? ThreadId)
{
    private const int MaxQuote = 1024;

    public static ReplyParameter Read(ApiParameters parameters, ChatRoom room)
    {
        var json = parameters.JsonOrNull("reply_parameters", "reply parameters") as JsonObject;
        var id = (int)(json?.NumberOrNull("message_id") ?? parameters.Number("reply_to_message_id"));
        var optional = (json?.Flag("allow_sending_without_reply") ?? false) || parameters.Flag("allow_sending_without_reply");
        var original = Original(room, id, optional);
        var thread = parameters.Has("message_thread_id") && parameters.Int("message_thread_id") is not 0 and var given ? given : original?.ThreadId;
        EnsureTopic(room, thread);
        return new ReplyParameter(original?.Id, Quoted(json, original), thread);
    }

    public static void EnsureTopic(ChatRoom room, int? thread)
    {
        if (thread is { } id && !room.Topics.ContainsKey(id))
        {
            throw ApiRefusal.BadRequest("message thread not found");
        }
    }

    private static SandboxMessage? Original(ChatRoom room, int id, bool optional) =>
        id == 0 ? null
        : room.FindOrNull(id) ?? (optional ? null : throw ApiRefusal.BadRequest("message to be replied not found"));

    private static string? Quoted(JsonObject? json, SandboxMessage? original)
    {
        var quote = json?.TextOrNull("quote");
        if (string.IsNullOrEmpty(quote) || original is null)
        {
            return null;
        }

        return quote.Length <= MaxQuote && original.Text.Contains(quote, StringComparison.Ordinal)
            ? quote
            : throw ApiRefusal.BadRequest("QUOTE_TEXT_INVALID");
    }
}
