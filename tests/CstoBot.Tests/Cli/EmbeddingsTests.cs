using System.Text.Json;
using CstoBot.Tests.Fakes;
using CstoBot.Tests.LanguageModels;
using Xunit;

namespace CstoBot.Tests.Cli;

/// <summary>The program with a model configured, as a user runs it.</summary>
public sealed class EmbeddingsTests : IDisposable
{
    private const string Question = "Which countries are members of the CSTO?";

    private readonly TemporaryFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_search_finds_by_meaning_with_a_model_file_and_not_without()
    {
        var tiny = new TinyModel(folder.Path, "car automobile", "fish trout");
        var documents = Path.Combine(folder.Path, "documents.jsonl");
        File.WriteAllLines(documents, ["""{"id":"one","text":"Trout."}""", """{"id":"two","text":"An automobile."}"""]);
        string[] arguments = ["search", "--jsonl", "--top", "1", "--documents", documents];

        var with = await ChildProcess.RunAsync("""{"id":"q","query":"car"}""", Settings(tiny), arguments);
        var without = await ChildProcess.RunAsync("""{"id":"q","query":"car"}""", new Dictionary<string, string>(), arguments);

        Assert.Equal("two", JsonDocument.Parse(Assert.Single(with.OutputLines)).RootElement.GetProperty("hits")[0].GetProperty("document").GetString());
        Assert.Contains("2 of 2 texts", Assert.Single(with.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("""{"id":"q","hits":[]}""", Assert.Single(without.OutputLines));
        Assert.Empty(without.ErrorLines);
    }

    [Fact]
    public async Task A_question_is_answered_and_nothing_is_written()
    {
        var finished = await ChildProcess.RunAsync(null, Settings(new TinyModel(folder.Path, "countries states", "members")), ["ask", Question, "--data", Data]);

        Assert.Equal(0, finished.ExitCode);
        Assert.Contains("Tajikistan", finished.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task An_endpoint_that_refuses_leaves_the_answer_as_it_was_and_one_line_without_the_key()
    {
        await using var server = await StrictEndpoint.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["Embeddings__Endpoint"] = server.Address,
            ["Embeddings__Key"] = "sk-wrong-and-secret",
            ["Embeddings__Name"] = StrictEndpoint.Model,
        };

        var finished = await ChildProcess.RunAsync(null, settings, ["ask", Question, "--data", Data]);

        Assert.Equal((await ChildProcess.RunAsync("ask", Question)).Output, finished.Output);
        Assert.Single(finished.ErrorLines, line => line.Contains("the endpoint answered 400", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", finished.Error, StringComparison.Ordinal);
        Assert.Equal("the key is wrong", Assert.Single(server.Faults));
    }

    [Fact]
    public async Task A_model_file_that_is_none_stops_the_start_with_one_line()
    {
        var tiny = new TinyModel(folder.Path, "car");
        File.WriteAllText(tiny.ModelPath, "nothing");

        var finished = await ChildProcess.RunAsync(null, Settings(tiny), ["ask", Question]);

        Assert.Equal((1, ""), (finished.ExitCode, finished.Output));
        Assert.Contains("Embeddings:Model cannot be used", Assert.Single(finished.ErrorLines), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Settings(TinyModel tiny) => new()
    {
        ["Embeddings__Model"] = tiny.ModelPath,
        ["Embeddings__Tokenizer"] = tiny.VocabularyPath,
    };
}
