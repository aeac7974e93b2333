using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TelegramSandbox.BotApi.Methods;

/// <summary>answerInlineQuery.</summary>
internal static class InlineMethods
{
    private const int MaxResults = 50;
    private const int MaxIdBytes = 64;
    private const int DefaultCacheTime = 300;

    public static JsonNode AnswerInlineQuery(ApiRequest request)
    {
        var parameters = request.Parameters;
        if (parameters.JsonOrNull("results", "inline query results") is not JsonArray results)
        {
            throw ApiRefusal.BadRequest("can't parse inline query results: expected an Array");
        }

        var query = request.World.Queries.InlineOrNull(parameters.Text("inline_query_id"))
            ?? throw ApiRefusal.BadRequest("query is too old and response timeout expired or query ID is invalid");
        EnsureValid(results);
        if (Encoding.UTF8.GetByteCount(parameters.Text("next_offset")) > MaxIdBytes)
        {
            throw ApiRefusal.BadRequest("NEXT_OFFSET_INVALID");
        }

        query.Answer.TrySetResult(new InlineAnswer(
            [.. results.Select(result => JsonSerializer.SerializeToElement(result))],
            parameters.Text("next_offset"),
            parameters.Has("cache_time") ? parameters.Int("cache_time") : DefaultCacheTime,
            parameters.Flag("is_personal")));
        return true;
    }

    private static void EnsureValid(JsonArray results)
    {
        if (results.Count > MaxResults)
        {
            throw ApiRefusal.BadRequest("RESULTS_TOO_MUCH");
        }

        var ids = results.Select(result => (result as JsonObject)?.TextOrNull("id") ?? "").ToList();
        if (ids.Any(id => Encoding.UTF8.GetByteCount(id) is (0 or > MaxIdBytes)))
        {
            throw ApiRefusal.BadRequest("RESULT_ID_INVALID");
        }

        if (ids.Distinct().Count() < ids.Count)
        {
            throw ApiRefusal.BadRequest("RESULT_ID_DUPLICATE");
        }

        foreach (var result in results.OfType<JsonObject>())
        {
            EnsureContent(result);
        }
    }

    private static void EnsureContent(JsonObject result)
    {
        if (result.TextOrNull("type") is null)
        {
            throw ApiRefusal.BadRequest("can't parse inline query result: can't find field \"type\"");
        }

        if (result.TextOrNull("type") != "article")
        {
            return;
        }

        if (string.IsNullOrEmpty(result.TextOrNull("title")))
        {
            throw ApiRefusal.BadRequest("RESULT_TITLE_EMPTY");
        }

        if (result["input_message_content"] is not JsonObject content)
        {
            throw ApiRefusal.BadRequest("can't parse inline query result: article must have input_message_content");
        }

        TextParameters.Text(
            new ApiParameters(
                new Dictionary<string, string>
                {
                    ["text"] = content.TextOrNull("message_text") ?? "",
                    ["parse_mode"] = content.TextOrNull("parse_mode") ?? "",
                    ["entities"] = content["entities"]?.ToJsonString() ?? "",
                },
                new Dictionary<string, UploadedFile>()),
            "MESSAGE_TOO_LONG");
    }
}
