using System.Text.Json;
using CstoBot.Conversations;
using CstoBot.LanguageModels;
using CstoBot.LanguageModels.Clients;
using CstoBot.LanguageModels.Prompts;
using CstoBot.LanguageModels.Usage;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.LanguageModels;

/// <summary>The real client, prompts and kernel against a strict server.</summary>
public sealed class LanguageModelTests : IAsyncLifetime
{
    private ChatEndpoint server = null!;

    public async ValueTask InitializeAsync() => server = await ChatEndpoint.StartAsync();

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task An_answer_comes_piece_by_piece_and_its_request_says_all_that_was_set()
    {
        server.Replies(http => ChatEndpoint.SayAsync(http, ["{\"supp", "orted\": true}"], usage: (321, 5)));
        using var model = await ModelAsync(settings => settings.Headers["x-extra"] = "more-secret");

        var pieces = await model.PiecesAsync("A <b> & \"c\".", []);

        Assert.Empty(server.Faults);
        Assert.Equal(["{\"supp", "orted\": true}"], pieces);
        Assert.Equal("more-secret", server.ExtraHeader);
        var request = Assert.Single(server.Requests);
        Assert.Equal(["system", "user"], Roles(request));
        Assert.Contains("A <b> & \"c\".", request.GetProperty("messages")[1].GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, request.GetProperty("temperature").GetDouble());
        Assert.Equal(1_200, request.GetProperty("max_completion_tokens").GetInt32());
        var format = request.GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.Equal("entailment", format.GetProperty("json_schema").GetProperty("name").GetString());
        Assert.True(format.GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.False(format.GetProperty("json_schema").GetProperty("schema").GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(new TokenCount(321, 5), await model.Budget.TodayAsync(CancellationToken.None));
        Assert.Single(model.Logs.Lines, line => line.Contains("321 tokens in, 5 out", StringComparison.Ordinal));
        Assert.Matches("^tiny-chat/[0-9a-f]{12}$", model.Model.VersionOf(ModelPrompt.Entailment));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        server.Replies(status, "{}").Replies(status, "<html>").Says("yes");
        using var model = await ModelAsync(time: new AdvancingTime { Patience = TimeSpan.FromSeconds(30) });

        Assert.Equal("yes", await model.AskAsync());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_is_waited_for_unless_it_asks_too_much()
    {
        var time = new AdvancingTime { Patience = TimeSpan.FromSeconds(30) };
        using var model = await ModelAsync(time: time);
        var before = time.GetUtcNow();
        server.Replies(429, "{}", ("Retry-After", "4")).Says("yes");

        Assert.Equal("yes", await model.AskAsync());
        Assert.Equal(TimeSpan.FromSeconds(4), time.GetUtcNow() - before);

        server.Replies(429, "{}", ("Retry-After", "6"));
        var failure = await Assert.ThrowsAsync<ModelFailedException>(() => model.AskAsync());
        Assert.Equal(ModelFailure.Refused, failure.Failure);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData(401, "{\"error\":{\"message\":\"Incorrect API key provided: sk-very-secret\"}}", nameof(ModelFailure.Refused))]
    [InlineData(404, "page not found", nameof(ModelFailure.Refused))]
    [InlineData(302, "", nameof(ModelFailure.Refused))]
    [InlineData(200, "<html>Please log in</html>", nameof(ModelFailure.Broken))]
    [InlineData(200, "", nameof(ModelFailure.Broken))]
    [InlineData(200, "data: {\n\n", nameof(ModelFailure.Broken))]
    [InlineData(200, "data: []\n\n", nameof(ModelFailure.Broken))]
    [InlineData(200, "data: null\n\n", nameof(ModelFailure.Broken))]
    [InlineData(200, "data: {\"choices\":5}\n\n", nameof(ModelFailure.Broken))]
    [InlineData(200, "data: {\"error\":{\"message\":\"sk-very-secret\"}}\n\ndata: [DONE]\n\n", nameof(ModelFailure.Broken))]
    [InlineData(200, "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":7}}]}\n\n", nameof(ModelFailure.Broken))]
    [InlineData(200, "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"wat\"}]}\n\n", nameof(ModelFailure.Broken))]
    public async Task What_is_no_answer_is_one_harmless_line_and_not_tried_again(int status, string body, string expected)
    {
        server.Replies(status, body, ("Location", "http://127.0.0.1:9/"));
        using var model = await ModelAsync();

        var failure = await Assert.ThrowsAsync<ModelFailedException>(() => model.AskAsync("A question."));

        Assert.Equal(expected, failure.Failure.ToString());
        Assert.Single(server.Requests);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.All([failure.ToString(), .. model.Logs.Lines], line => Assert.DoesNotContain("secret", line, StringComparison.Ordinal));
        Assert.All([failure.ToString(), .. model.Logs.Lines], line => Assert.DoesNotContain("A question", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("length")]
    [InlineData("content_filter")]
    [InlineData(null)]
    public async Task An_answer_that_is_cut_off_gives_its_pieces_and_is_told_from_a_whole_one(string? finish)
    {
        server.Replies(http => ChatEndpoint.SayAsync(http, ["a", "b"], finish));
        using var model = await ModelAsync();
        var pieces = new List<string>();

        var failure = await Assert.ThrowsAsync<ModelFailedException>(() => model.PiecesAsync("It is.", pieces));

        Assert.Equal(ModelFailure.Broken, failure.Failure);
        Assert.Equal(["a", "b"], pieces);
    }

    [Theory]
    [InlineData(true, nameof(ModelFailure.Unreachable))]
    [InlineData(false, nameof(ModelFailure.Broken))]
    public async Task What_goes_wrong_after_the_first_piece_is_not_tried_again(bool breaksOff, string expected)
    {
        var pieces = new List<string>();
        server.Replies(async http =>
        {
            await ChatEndpoint.WriteAsync(http, ChatEndpoint.Chunk("a"));
            while (pieces.Count == 0)
            {
                await Task.Yield();
            }

            if (breaksOff)
            {
                http.Abort();
            }
            else
            {
                await ChatEndpoint.WriteAsync(http, "{\"choices\":[{");
            }
        });
        using var model = await ModelAsync();

        var failure = await Assert.ThrowsAsync<ModelFailedException>(() => model.PiecesAsync("It is.", pieces));

        Assert.Equal(expected, failure.Failure.ToString());
        Assert.Equal(["a"], pieces);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Who_goes_away_closes_the_connection()
    {
        server.Hangs("a");
        using var model = await ModelAsync();
        using var cancelled = new CancellationTokenSource();
        model.Stop = cancelled.Token;
        var pieces = new List<string>();
        var asked = model.PiecesAsync("It is.", pieces);
        while (pieces.Count == 0)
        {
            await Task.Yield();
        }

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await server.Abandoned.Task.WaitAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
    }

    [Fact]
    public async Task Who_has_read_enough_closes_the_connection()
    {
        server.Hangs("a");
        using var model = await ModelAsync();

        await foreach (var piece in model.Model.AskAsync(ModelPrompt.Entailment, new Dictionary<string, string> { ["statement"] = "a", ["quote"] = "b" }, CancellationToken.None))
        {
            Assert.Equal("a", piece);
            break;
        }

        await server.Abandoned.Task.WaitAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_ended()
    {
        server.Hangs("a");
        var time = new FakeTimeProvider(Some.Time);
        using var model = await ModelAsync(settings => settings.TimeoutSeconds = 7, time);
        var pieces = new List<string>();
        var asked = model.PiecesAsync("It is.", pieces);
        while (pieces.Count == 0)
        {
            await Task.Yield();
        }

        time.Advance(TimeSpan.FromSeconds(7));

        var failure = await Assert.ThrowsAsync<ModelFailedException>(() => asked);
        Assert.Equal((ModelFailure.TooSlow, "the model did not end its answer within 7 s"), (failure.Failure, failure.Message));
        await server.Abandoned.Task.WaitAsync(TimeSpan.FromMinutes(2), CancellationToken.None);
    }

    [Fact]
    public async Task A_form_that_is_refused_is_asked_for_with_less_and_that_is_remembered()
    {
        server.Replies(400, "{}").Replies(400, "{}").Says("no form").Says("again");
        using var model = await ModelAsync();

        Assert.Equal("no form", await model.AskAsync());
        Assert.Equal("again", await model.AskAsync());
        Assert.Equal(["json_schema", "json_object", null, null], server.Requests.Select(FormatOrNull));
    }

    [Fact]
    public async Task What_is_refused_for_another_reason_says_nothing_about_the_form()
    {
        server.Says("yes").Replies(400, "{}").Says("yes");
        using var model = await ModelAsync();

        await model.AskAsync();
        Assert.Equal(ModelFailure.Refused, (await Assert.ThrowsAsync<ModelFailedException>(() => model.AskAsync())).Failure);
        await model.AskAsync();

        Assert.Equal(["json_schema", "json_schema", "json_schema"], server.Requests.Select(FormatOrNull));
    }

    [Theory]
    [InlineData(nameof(StructuredOutput.Schema), "json_schema")]
    [InlineData(nameof(StructuredOutput.Object), "json_object")]
    [InlineData(nameof(StructuredOutput.None), null)]
    public async Task A_form_can_be_set(string form, string? expected)
    {
        using var model = await ModelAsync(settings => (settings.StructuredOutput, settings.Temperature) = (Enum.Parse<StructuredOutput>(form), null));

        await model.AskAsync();

        var request = Assert.Single(server.Requests);
        Assert.Equal(expected, FormatOrNull(request));
        Assert.False(request.TryGetProperty("temperature", out _));
    }

    [Fact]
    public async Task An_endpoint_that_keeps_failing_is_left_alone_and_found_again_when_it_is_back()
    {
        var time = new AdvancingTime { Patience = TimeSpan.FromSeconds(30) };
        using var model = await ModelAsync(time: time);
        server.Otherwise = http =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<ModelFailedException>(() => model.AskAsync());
        await Assert.ThrowsAsync<ModelFailedException>(() => model.AskAsync());
        var before = server.Requests.Count;

        Assert.True(model.Circuit.IsOpen);
        Assert.Equal(ModelFailure.Paused, (await Assert.ThrowsAsync<ModelFailedException>(() => model.AskAsync())).Failure);
        Assert.Equal(before, server.Requests.Count);

        // One try finds that nothing has changed, and the next pause begins.
        await Task.Delay(Circuit.Break, time, CancellationToken.None);
        await Assert.ThrowsAsync<ModelFailedException>(() => model.AskAsync());
        Assert.Equal(before + 1, server.Requests.Count);
        Assert.Equal(ModelFailure.Paused, (await Assert.ThrowsAsync<ModelFailedException>(() => model.AskAsync())).Failure);

        await Task.Delay(Circuit.Break, time, CancellationToken.None);
        server.Otherwise = http => ChatEndpoint.SayAsync(http, ["back"]);
        Assert.Equal("back", await model.AskAsync());
        Assert.False(model.Circuit.IsOpen);
    }

    [Fact]
    public async Task An_endpoint_that_hangs_is_left_alone_once_enough_have_given_it_up()
    {
        var time = new FakeTimeProvider(Some.Time);
        using var model = await ModelAsync(time: time);
        for (var caller = 1; caller <= Circuit.FailuresToOpen; caller++)
        {
            server.Hangs();
            using var cancelled = new CancellationTokenSource();
            model.Stop = cancelled.Token;
            var asked = model.AskAsync();
            while (server.Requests.Count < caller)
            {
                await Task.Yield();
            }

            time.Advance(Circuit.Silence);
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        }

        model.Stop = CancellationToken.None;
        Assert.Equal(ModelFailure.Paused, (await Assert.ThrowsAsync<ModelFailedException>(() => model.AskAsync())).Failure);
    }

    [Fact]
    public async Task Messages_other_than_the_prompts_own_are_not_sent()
    {
        using var nothing = new CapturingClient();
        using var guard = new MessageGuard(nothing, [ChatRole.System, ChatRole.User]);

        foreach (var roles in new ChatRole[][] { [], [ChatRole.User], [ChatRole.System, ChatRole.System, ChatRole.User], [ChatRole.User, ChatRole.System] })
        {
            var failure = await Assert.ThrowsAsync<ModelFailedException>(() => guard.GetResponseAsync(roles.Select(role => new ChatMessage(role, "a")), options: null, CancellationToken.None));
            Assert.Equal(ModelFailure.Broken, failure.Failure);
        }

        await guard.GetResponseAsync([new ChatMessage(ChatRole.System, "a"), new ChatMessage(ChatRole.User, "b")], options: null, CancellationToken.None);
        Assert.Equal(2, nothing.Messages.Count);
    }

    private static List<string?> Roles(JsonElement request) => [.. request.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString())];

    private static string? FormatOrNull(JsonElement request) =>
        request.TryGetProperty("response_format", out var format) ? format.GetProperty("type").GetString() : null;

    private Task<SomeModel> ModelAsync(Action<ModelOptions>? change = null, TimeProvider? time = null)
    {
        var settings = SomeModel.Settings(server.Address);
        change?.Invoke(settings);
        return SomeModel.LoadAsync(settings, time);
    }
}
