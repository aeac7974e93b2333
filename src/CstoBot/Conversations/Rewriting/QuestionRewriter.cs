using System.Text;
using System.Text.Json;
using CstoBot.Composition.Models;
using CstoBot.Retrieval;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CstoBot.Conversations.Rewriting;

/// <summary>Has the language model make a question that stands alone, with search queries; what it gives is checked, and kept for when the same is asked again.</summary>
internal sealed partial class QuestionRewriter(ILanguageModel model, IOptions<ModelAnswerOptions> options, TimeProvider time, ILogger<QuestionRewriter> logger) : IDisposable
{
    private const int MaxKept = 1_000;
    private const int MaxQuestion = 2_000;
    private const int MaxHistory = 3_000;
    private const int MaxAnswer = 4_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MaxKept });

    /// <summary>Null where the settings do without, or the model gives nothing that may be used: then the question is searched for as it is.</summary>
    /// <exception cref="ModelFailedException">The model gives no answers just now; it would give none to anything else either.</exception>
    public async Task<RewrittenQuestion?> RewriteOrNullAsync(Conversation conversation, PassageIndex index, CancellationToken cancellationToken)
    {
        if (!model.IsConfigured || !options.Value.RewriteQuestions)
        {
            return null;
        }

        // Asked again, it goes on with nothing but itself.
        conversation = conversation with { History = conversation.History.Where(earlier => earlier != conversation.Question).ToList() };
        var key = new Key(conversation.Question, string.Join('\n', conversation.History), model.VersionOf(ModelPrompt.StandaloneQuestion));
        if (kept.TryGetValue<RewrittenQuestion>(key, out var known))
        {
            return known;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.RewriteSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var rewritten = ReadOrNull(await AskAsync(conversation, index, either.Token));
            var allowed = rewritten is null ? null : RewriteCheck.Allowed(rewritten, conversation.Question, conversation.History, index.Glossary);
            LogRewritten(allowed?.Queries.Count ?? 0, allowed is null);
            return allowed is null ? null : kept.Set(key, allowed, new MemoryCacheEntryOptions { Size = 1 });
        }
        catch (ModelFailedException exception) when (exception.Failure is ModelFailure.Broken or ModelFailure.TooSlow)
        {
            LogFailed(exception.Message);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed("it took too long");
            return null;
        }
    }

    public void Dispose() => kept.Dispose();

    private async Task<string> AskAsync(Conversation conversation, PassageIndex index, CancellationToken cancellationToken)
    {
        var arguments = new Dictionary<string, string>
        {
            ["question"] = $"<<<QUESTION>>>\n{PromptData.Of(conversation.Question, MaxQuestion)}\n<<<END QUESTION>>>",
            ["history"] = conversation.History.Count == 0
                ? "none"
                : PromptData.Of(string.Join('\n', conversation.History.Select(earlier => $"- {PromptData.Line(earlier, MaxQuestion / 4)}")), MaxHistory),
            ["languages"] = Languages(index),
        };
        var answer = new StringBuilder();
        await foreach (var piece in model.AskAsync(ModelPrompt.StandaloneQuestion, arguments, cancellationToken))
        {
            answer.Append(piece);
            if (answer.Length > MaxAnswer)
            {
                break;
            }
        }

        return answer.ToString();
    }

    private static string Languages(PassageIndex index)
    {
        var languages = index.Corpus.Documents.Take(200).Select(document => document.Metadata.Language).OfType<Language>().Distinct().Order().ToList();
        return languages.Count == 0 ? $"{Language.English}, {Language.Russian}" : string.Join(", ", languages);
    }

    private static RewrittenQuestion? ReadOrNull(string answer)
    {
        try
        {
            var (start, end) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
            using var json = JsonDocument.Parse(start >= 0 && end > start ? answer[start..(end + 1)] : answer, new JsonDocumentOptions { AllowTrailingCommas = true });
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("question", out var question) || question.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            var queries = root.TryGetProperty("queries", out var list) && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray().Where(query => query.ValueKind == JsonValueKind.String).Select(query => query.GetString() ?? string.Empty).Take(10).ToList()
                : [];
            return new RewrittenQuestion(question.GetString() ?? string.Empty, queries);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Key(string Question, string History, string Version);

    [LoggerMessage(4001, LogLevel.Debug, "Question rewritten: {Queries} queries, refused: {IsRefused}")]
    private partial void LogRewritten(int queries, bool isRefused);

    [LoggerMessage(4002, LogLevel.Warning, "The question is searched for as it is: {Reason}")]
    private partial void LogFailed(string reason);
}
