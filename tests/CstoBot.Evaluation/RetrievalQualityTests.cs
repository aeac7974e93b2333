using System.Globalization;
using System.Text.Json;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using Xunit;

namespace CstoBot.Evaluation.Tests;

/// <summary>How well the passages for a question have to be found, whatever is then made of them.</summary>
public sealed class RetrievalQualityTests(ShippedDocuments shipped)
{
    private static readonly IReadOnlyList<Query> Queries = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "retrieval.jsonl"))
        .Select(line => JsonSerializer.Deserialize<Query>(line, JsonSerializerOptions.Web)!)
        .ToList();

    /// <summary>What is looked for among how many passages, what was reached when the floor was set, the floor: about one query below it.</summary>
    public static TheoryData<string, int, double, double> Floors => new()
    {
        //  what       top    reached  floor
        { "document",   1,    0.867,   0.83 },
        { "passage",    1,    0.867,   0.83 },
        { "passage",    3,    0.967,   0.93 },
        { "passage",    5,    1.000,   0.96 },
    };

    [Theory]
    [MemberData(nameof(Floors))]
    public void Enough_is_found(string what, int top, double reached, double floor)
    {
        var missed = Queries.Where(query => !IsFound(query, what == "document" ? Fits : Holds, top)).Select(query => query.Text).ToList();
        var share = 1 - ((double)missed.Count / Queries.Count);

        Assert.True(share >= floor, string.Create(
            CultureInfo.InvariantCulture,
            $"The {what} is among the first {top} for {share:F3} of the queries; the floor is {floor:F2}, {reached:F3} was reached once. Missed:\n{string.Join('\n', missed)}"));
    }

    [Fact]
    public void What_a_query_looks_for_stands_in_the_documents() => Assert.All(Queries, query => Assert.All(query.Holds, words =>
        Assert.Contains(shipped.Index.Corpus.Documents, document => Fits(query, document.Name) && document.Text.Contains(words, StringComparison.Ordinal))));

    private bool IsFound(Query query, Func<Query, Passage, bool> isRight, int top) => PassageRetriever
        .Retrieve(QueryAnalyzer.Analyze(StandaloneQuestion.From(new Conversation(query.Text, [])), shipped.Index), shipped.Index, top)
        .Any(passage => isRight(query, passage));

    private static bool Holds(Query query, Passage passage) =>
        Fits(query, passage) && query.Holds.Any(words => passage.Chunk.Text.Contains(words, StringComparison.Ordinal));

    private static bool Fits(Query query, Passage passage) => Fits(query, passage.Chunk.Document.Name);

    private static bool Fits(Query query, string document) => query.Documents.Any(name => document.StartsWith(name, StringComparison.Ordinal));

    /// <param name="Text">What is searched for.</param>
    /// <param name="Documents">The right documents, by the beginning of their names.</param>
    /// <param name="Holds">Words of the right passage; one of them is enough.</param>
    private sealed record Query([property: System.Text.Json.Serialization.JsonPropertyName("query")] string Text, IReadOnlyList<string> Documents, IReadOnlyList<string> Holds);
}
