using System.Text.Json.Nodes;

namespace TelegramSandbox.BotApi.Methods;

/// <summary>Methods by which the bot reacts without writing.</summary>
internal static class InteractionMethods
{
    private const int MaxAnswer = 200;

    private static readonly string[] Actions =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "record_audio",
        "upload_audio", "upload_document", "choose_sticker", "pick_up_location", "find_location", "record_video_note", "upload_video_note", "cancel",
    ];

    public static JsonNode SendChatAction(ApiRequest request)
    {
        var action = request.Parameters.Text("action").ToLowerInvariant();
        if (!Actions.Contains(action))
        {
            throw ApiRefusal.BadRequest("wrong parameter action in request");
        }

        var room = request.OpenChat();
        request.World.Changes.Publish("typing", room.Chat.Id, action);
        return true;
    }

    public static JsonNode AnswerCallbackQuery(ApiRequest request)
    {
        var parameters = request.Parameters;
        var query = request.World.Queries.CallbackOrNull(parameters.Text("callback_query_id"))
            ?? throw ApiRefusal.BadRequest("query is too old and response timeout expired or query ID is invalid");
        var text = parameters.Text("text");
        if (text.Length > MaxAnswer)
        {
            throw ApiRefusal.BadRequest("MESSAGE_TOO_LONG");
        }

        var url = parameters.Has("url") ? parameters.Text("url") : null;
        var answer = new CallbackAnswer(text, parameters.Flag("show_alert"), url, parameters.Int("cache_time"));
        if (query.Answer.TrySetResult(answer))
        {
            request.World.Changes.Publish("answer", query.ChatId, new { QueryId = query.Id, query.PersonId, answer.Text, answer.ShowAlert });
        }

        return true;
    }

    public static JsonNode SetMessageReaction(ApiRequest request)
    {
        var room = request.OpenChat();
        var message = room.FindOrNull(request.Parameters.Int("message_id"))
            ?? throw ApiRefusal.BadRequest("message to react not found");
        var reactions = request.Parameters.JsonOrNull("reaction", "reaction") as JsonArray ?? [];
        if (reactions.Count > 1)
        {
            throw ApiRefusal.BadRequest("REACTIONS_TOO_MANY");
        }

        var changed = message.Reactions.Where(pair => pair.Key != request.World.Bot.Id).ToDictionary();
        if (reactions.FirstOrDefault() is JsonObject reaction)
        {
            changed[request.World.Bot.Id] = Reactions.EmojiOf(reaction);
        }

        request.World.Show(room, message with { Reactions = changed });
        return true;
    }
}
