using System.CommandLine;
using System.Text.Json;
using CstoBot.Ingestion;
using CstoBot.Retrieval;

namespace CstoBot.Cli;

/// <summary><c>cstobot search</c>: the documents nearest to each query, for measuring retrieval.</summary>
internal static class SearchVerb
{
    private const int MaxTop = 1_000;

    // A document may hold several of the best passages.
    private const int PassagesPerDocument = 4;

    private static readonly Option<bool> JsonLines = new("--jsonl")
    {
        Description = "Read one JSON object a line from standard input ({\"id\", \"query\"}) and write one a line, in the same order.",
        Required = true,
    };

    private static readonly Option<int> Top = new("--top")
    {
        Description = "How many documents a query gets, best first (1 to 1000).",
        HelpName = "K",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<string?> Documents = new("--documents")
    {
        Description = "Search the documents of this file ({\"id\", \"title\", \"text\", \"lang\"} a line) instead of the configured sources.",
        HelpName = "DOCS.jsonl",
    };

    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> services)
    {
        var verb = new Command("search", "Find the documents nearest to queries. Keeps nothing on disk.") { JsonLines, Top, Documents };
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            var top = arguments.GetValue(Top);
            if (top is < 1 or > MaxTop)
            {
                throw new UsageException($"--top is a number from 1 to {MaxTop}.");
            }

            if (arguments.GetValue(Documents) is { } file)
            {
                using var collection = CollectionIndex.Of(file);
                await SearchLinesAsync(collection.Index, top, Console.In, Console.Out, cancellationToken);
                return;
            }

            var index = await ConfiguredAsync(services(CommonOptions.Settings(arguments)), cancellationToken);
            await SearchLinesAsync(index, top, Console.In, Console.Out, cancellationToken);
        });
        return verb;
    }

    private static async Task<PassageIndex> ConfiguredAsync(IServiceProvider provider, CancellationToken cancellationToken)
    {
        await provider.GetRequiredService<ISourceReload>().ReloadAsync(cancellationToken);
        return provider.GetRequiredService<CurrentIndex>().Value;
    }

    private static async Task SearchLinesAsync(PassageIndex index, int top, TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        while (await input.ReadLineAsync(cancellationToken) is { } text)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                await output.WriteLineAsync(Answer(index, top, text.TrimStart('\uFEFF')));
                await output.FlushAsync(cancellationToken);
            }
        }
    }

    private static string Answer(PassageIndex index, int top, string text)
    {
        try
        {
            using var line = JsonDocument.Parse(text);
            var id = line.RootElement.TryGetProperty("id", out var value) ? value.ToString() : null;
            return line.RootElement.TryGetProperty("query", out var query) && query.ValueKind == JsonValueKind.String
                ? Hits(id, Search(index, query.GetString() ?? string.Empty, top))
                : AnswerJson.Error(id, "\"query\" is missing or not a string");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return AnswerJson.Error(null, "the line is not a JSON object");
        }
    }

    private static IEnumerable<Passage> Search(PassageIndex index, string query, int top) =>
        PassageRetriever.Retrieve(QueryAnalyzer.Analyze(query, index), index, top * PassagesPerDocument)
            .DistinctBy(passage => passage.DocumentName)
            .Take(top);

    private static string Hits(string? id, IEnumerable<Passage> passages) => AnswerJson.Line(json =>
    {
        json.WriteString("id", id);
        json.WriteStartArray("hits");
        foreach (var passage in passages)
        {
            json.WriteStartObject();
            json.WriteString("document", passage.DocumentName);
            json.WriteNumber("score", Math.Round(passage.Score, 4));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
