using System.Text;
using System.Text.Json;
using CstoBot.Conversations;

namespace CstoBot.Composition.Models;

/// <summary>A second opinion on a statement that passed the checks.</summary>
internal sealed class EntailmentJudge(ILanguageModel model)
{
    private const int MaxStatement = 700;
    private const int MaxEvidence = 4_000;
    private const int MaxAnswer = 2_000;

    /// <summary>Whether the model says that the evidence supports the statement; whatever is unclear is a no.</summary>
    /// <exception cref="ModelFailedException">There is no opinion to be had.</exception>
    public async Task<bool> IsSupportedAsync(string statement, string evidence, CancellationToken cancellationToken)
    {
        var arguments = new Dictionary<string, string>
        {
            ["statement"] = PromptData.Line(statement, MaxStatement),
            ["quote"] = PromptData.Of(evidence, MaxEvidence),
        };
        var answer = new StringBuilder();
        await foreach (var piece in model.AskAsync(ModelPrompt.Entailment, arguments, cancellationToken))
        {
            answer.Append(piece);
            if (answer.Length > MaxAnswer)
            {
                return false;
            }
        }

        return IsYes(answer.ToString());
    }

    private static bool IsYes(string answer)
    {
        try
        {
            var (start, end) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
            using var json = JsonDocument.Parse(start >= 0 && end > start ? answer[start..(end + 1)] : answer);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("supported", out var supported)
                && supported.ValueKind == JsonValueKind.True;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
