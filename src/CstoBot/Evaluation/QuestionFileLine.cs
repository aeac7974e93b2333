using System.Text.Json;
using System.Text.Json.Serialization;

namespace CstoBot.Evaluation;

/// <summary>One line of a question file as written; properties that are not listed here are left aside.</summary>
internal sealed record QuestionFileLine(
    string? Id,
    string? Type,
    string? Question,
    IReadOnlyList<string?>? History,
    string? Expect,
    string? Gold,
    IReadOnlyList<IReadOnlyList<string?>?>? Must,
    IReadOnlyList<string?>? MustNot,
    IReadOnlyList<string?>? Docs,
    int? MinDocs,
    string? Quote,
    IReadOnlyList<QuestionFileQuote?>? Quotes,
    QuestionFileCorrection? Correction,
    IReadOnlyList<string?>? AlsoOk)
{
    /// <exception cref="FormatException">It is no such line; the message says what is wrong, as the end of a sentence.</exception>
    public static QuestionFileLine Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, QuestionFileJson.Default.QuestionFileLine) ?? throw new FormatException("it is not a JSON object");
        }
        catch (JsonException exception) when (exception.InnerException is JsonException || exception.Path is null)
        {
            throw new FormatException("it is not valid JSON", exception);
        }
        catch (JsonException exception)
        {
            throw new FormatException(
                exception.Path is "$" ? "it is not a JSON object" : $"\"{exception.Path?[2..]}\" is not what it should be", exception);
        }
        catch (ArgumentException exception)
        {
            // Half of a surrogate pair outside of an escape.
            throw new FormatException("it is not valid Unicode", exception);
        }
    }
}

/// <summary>A further passage that holds the answer.</summary>
internal sealed record QuestionFileQuote(string? Text);

/// <summary>What a text must hold to correct the question's false premise.</summary>
internal sealed record QuestionFileCorrection(IReadOnlyList<string?>? Must);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(QuestionFileLine))]
internal sealed partial class QuestionFileJson : JsonSerializerContext;
