using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation.Cases;

namespace CstoBot.Moderation.Curated;

/// <summary>A kept answer as one line of a file. The names are stable.</summary>
/// <param name="Carried">The earlier question that it went on with; null when it stood alone.</param>
/// <param name="By">Who decided, and when.</param>
internal sealed record CuratedLine(string Question, Reviewer By, DateTimeOffset At, Answer Answer, string? Carried = null)
{
    // Read as UTF-8 text, so Cyrillic stays readable; never embedded in HTML.
    private static readonly CuratedJson Json = new(new JsonSerializerOptions(CuratedJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Of(CuratedAnswer answer) =>
        JsonSerializer.Serialize(new CuratedLine(answer.Question, answer.By, answer.At, answer.Answer, answer.Carried), Json.CuratedLine);

    /// <exception cref="JsonException">The text is no such line.</exception>
    public static CuratedLine Parse(string text) => JsonSerializer.Deserialize(text, Json.CuratedLine) ?? throw new JsonException("The line is null.");

    public CuratedAnswer Kept() => CuratedAnswer.Kept(caseId: null, new StandaloneQuestion(Question, Carried), Answer, By, At);

    /// <summary>What is wrong with it by itself; null for nothing.</summary>
    public string? FaultOrNull()
    {
        var numbers = Answer.Citations.Select(citation => citation.Number).ToList();
        return string.IsNullOrWhiteSpace(Question) ? "the question is empty"
            : Answer.Statements.Count == 0 || Answer.Statements.Any(statement => string.IsNullOrWhiteSpace(statement.Text)) ? "the answer has an empty statement or none"
            : Answer.Statements.Any(statement => statement.IsNote != (statement.Citations.Count == 0)) ? "a statement has no citation, or a note has one"
            : !numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)) ? "the citations are not numbered 1, 2, 3, …"
            : Answer.Statements.SelectMany(statement => statement.Citations).FirstOrDefault(number => !numbers.Contains(number)) is var missing and not 0 ? $"there is no citation {missing}"
            : numbers.Except(Answer.Statements.SelectMany(statement => statement.Citations)).FirstOrDefault() is var unused and not 0 ? $"no statement has citation {unused}"
            : Answer.Citations.FirstOrDefault(citation => citation.Quote.Length == 0 || citation.Passage.Quote != citation.Quote) is { } torn ? $"citation {torn.Number}: its passage is not the one of its quote"
            : null;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CuratedLine))]
internal sealed partial class CuratedJson : JsonSerializerContext;
