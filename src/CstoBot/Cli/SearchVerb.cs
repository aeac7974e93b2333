using System.CommandLine;
using System.Text.Json;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Dense;
using CstoBot.Retrieval.Queries;

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

            var provider = services(CommonOptions.Settings(arguments));
            var retriever = provider.GetRequiredService<HybridRetriever>();
            if (arguments.GetValue(Documents) is { } file)
            {
                var wrongLines = new WrongLines(Console.Error);
                using var collection = CollectionIndex.Of(file, wrongLines.Report);
                await provider.GetRequiredService<DenseSearch>().PrepareAsync(collection.Index, cancellationToken);
                await SearchLinesAsync(new Search(retriever, collection.Index, top), Console.In, Console.Out, cancellationToken);
                return wrongLines.ExitCode;
            }

            var index = await ConfiguredAsync(provider, cancellationToken);
            await SearchLinesAsync(new Search(retriever, index, top), Console.In, Console.Out, cancellationToken);
            return 0;
        });
        return verb;
    }

    private static async Task<PassageIndex> ConfiguredAsync(IServiceProvider provider, CancellationToken cancellationToken)
    {
        await provider.LoadSourcesAsync(cancellationToken);
        return provider.GetRequiredService<CurrentIndex>().Value;
    }

    private static async Task SearchLinesAsync(Search search, TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        while (await input.ReadLineAsync(cancellationToken) is { } text)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                await output.WriteLineAsync(await AnswerAsync(search, text.TrimStart('\uFEFF'), cancellationToken));
                await output.FlushAsync(cancellationToken);
            }
        }
    }

    private static async Task<string> AnswerAsync(Search search, string text, CancellationToken cancellationToken)
    {
        try
        {
            using var line = JsonDocument.Parse(text);
            var id = LineId.Of(line.RootElement);
            return line.RootElement.TryGetProperty("query", out var query) && query.ValueKind == JsonValueKind.String
                ? Hits(id, await search.RunAsync(query.GetString() ?? string.Empty, cancellationToken))
                : AnswerJson.Error(id, "\"query\" is missing or not a string");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return AnswerJson.Error(default, "the line is not a JSON object");
        }
    }

    private static string Hits(LineId id, IEnumerable<Passage> passages) => AnswerJson.Line(json =>
    {
        id.Write(json);
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

    private sealed record Search(HybridRetriever Retriever, PassageIndex Index, int Top)
    {
        public async Task<IEnumerable<Passage>> RunAsync(string query, CancellationToken cancellationToken) =>
            (await Retriever.RetrieveAsync(QueryAnalyzer.Analyze(query, Index), Index, Top * PassagesPerDocument, cancellationToken))
                .DistinctBy(passage => passage.DocumentName)
                .Take(Top);
    }
}
