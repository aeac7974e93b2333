using CstoBot.Conversations;
using CstoBot.LanguageModels;
using ModelSandbox;
using ModelSandbox.Personas;
using Xunit;

namespace CstoBot.Tests.LanguageModels;

/// <summary>The shipped prompts as a strict server with an honest model takes them.</summary>
public sealed class ShippedPromptTests
{
    private const string Passages = """
        <<<PASSAGE 1>>>
        title: A report
        publisher: TASS
        date: 24 June 2024
        text:
        The exercise began on 3 June. Six countries sent troops to the exercise.
        <<<END 1>>>

        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_is_understood_whether_or_not_the_server_knows_schemas(bool knowsSchemas)
    {
        await using var server = await ScriptedModelServer.StartAsync(new ModelServerOptions { SupportsSchema = knowsSchemas }, CancellationToken.None);
        server.Play(Honest.Verbatim);
        using var model = await SomeModel.LoadAsync(new ModelOptions { Endpoint = server.Address.ToString(), Key = server.Options.Key, Name = server.Options.Models[0] });

        var answer = await AskAsync(model, ModelPrompt.Answer, ("question", "<<<QUESTION>>>\nWhen did the exercise begin?\n<<<END QUESTION>>>"), ("language", "English"), ("passages", Passages), ("refused", "none"));
        var question = await AskAsync(model, ModelPrompt.StandaloneQuestion, ("question", "<<<QUESTION>>>\nWho came?\n<<<END QUESTION>>>"), ("history", "none"), ("languages", "English, Russian"));
        var supported = await AskAsync(model, ModelPrompt.Entailment, ("statement", "The exercise began on 3 June."), ("quote", "The exercise began on 3 June."));

        Assert.Contains("\"quote\":\"The exercise began on 3 June.\"", answer.Replace(": ", ":", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Who came?", question, StringComparison.Ordinal);
        Assert.Contains("true", supported, StringComparison.Ordinal);
        Assert.Equal(knowsSchemas ? 3 : 4, server.Exchanges.Count);
        Assert.Equal(knowsSchemas, server.Faults.Count == 0);
        var used = await model.Budget.TodayAsync(CancellationToken.None);
        Assert.InRange(used.Input, 500, 10_000);
        Assert.InRange(used.Output, 10, 1_000);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_told_from_one_that_refuses()
    {
        using var model = await SomeModel.LoadAsync(SomeModel.Settings("http://127.0.0.1:9/v1"), new Fakes.AdvancingTime { Patience = TimeSpan.FromSeconds(30) });

        var failure = await Assert.ThrowsAsync<ModelFailedException>(() => model.AskAsync());

        Assert.Equal(ModelFailure.Unreachable, failure.Failure);
        Assert.Equal(default, await model.Budget.TodayAsync(CancellationToken.None));
    }

    private static async Task<string> AskAsync(SomeModel model, ModelPrompt prompt, params (string Name, string Value)[] arguments) =>
        string.Concat(await model.Model.AskAsync(prompt, arguments.ToDictionary(argument => argument.Name, argument => argument.Value), CancellationToken.None).ToListAsync(CancellationToken.None));
}
