using System.Text.Json;
using CstoBot.Conversations;

namespace CstoBot.Cli;

/// <summary>One line of <c>ask --jsonl</c>.</summary>
/// <param name="Conversation">Null when the line cannot be answered; then <paramref name="Error"/> says why.</param>
internal sealed record QuestionLine(LineId Id, Conversation? Conversation, string? Error)
{
    // A string with half of a surrogate pair: valid JSON, no valid text.
    private const string NotUnicode = "the line holds text that is not valid Unicode";

    /// <summary>Never throws: what is wrong with a line is in the result, so that the other lines go on.</summary>
    public static QuestionLine Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Parse(document.RootElement)
                : new QuestionLine(default, null, "the line is not a JSON object");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return new QuestionLine(default, null, "the line is not valid JSON");
        }
        catch (InvalidOperationException)
        {
            return new QuestionLine(default, null, NotUnicode);
        }
    }

    private static QuestionLine Parse(JsonElement line)
    {
        var id = LineId.Of(line);
        try
        {
            return Parse(id, line);
        }
        catch (InvalidOperationException)
        {
            return new QuestionLine(id, null, NotUnicode);
        }
    }

    private static QuestionLine Parse(LineId id, JsonElement line)
    {
        if (!line.TryGetProperty("question", out var question) || question.ValueKind != JsonValueKind.String)
        {
            return new QuestionLine(id, null, "\"question\" is missing or not a string");
        }

        var text = (question.GetString() ?? string.Empty).Trim();
        return text.Length == 0
            ? new QuestionLine(id, null, "the question is empty")
            : new QuestionLine(id, new Conversation(text, History(line)), null);
    }

    private static List<string> History(JsonElement line) =>
        line.TryGetProperty("history", out var history) && history.ValueKind == JsonValueKind.Array
            ? history.EnumerateArray().Where(turn => turn.ValueKind == JsonValueKind.String).Select(turn => turn.GetString() ?? string.Empty).Where(turn => turn.Length > 0).ToList()
            : [];
}
