using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CstoBot.Evaluation;

/// <summary>Writes a line of a question file as <see cref="QuestionFile"/> reads it.</summary>
internal static class QuestionFileWriter
{
    // Letters of all scripts as they are: people read these files.
    private static readonly WrittenJson Json = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(QuestionFileLine line) => JsonSerializer.Serialize(line, Json.QuestionFileLine);
}

[JsonSerializable(typeof(QuestionFileLine))]
internal sealed partial class WrittenJson : JsonSerializerContext;
