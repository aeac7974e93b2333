using CstoBot.LanguageModels;
using CstoBot.Retrieval.Dense;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Fakes;
using CstoBot.Tests.Retrieval.Dense;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.LanguageModels;

/// <summary>The real client against a strict server.</summary>
public sealed class EmbeddingEndpointTests : IAsyncLifetime
{
    private StrictEndpoint server = null!;

    public async ValueTask InitializeAsync() => server = await StrictEndpoint.StartAsync();

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_batch_gets_its_vectors_in_order_however_the_server_writes_them(bool numbers)
    {
        server.SendsNumbers = numbers;

        var vectors = await Model().DocumentsAsync(["a", "три слова тут", "👍"], CancellationToken.None);

        Assert.Empty(server.Faults);
        Assert.Equal([["a", "три слова тут", "👍"]], server.Batches);
        Assert.Equal(0.5f, vectors[0][0], 1e-6f);
        Assert.Equal(13 / 13.114877f, vectors[1][0], 1e-5f);
        Assert.All(vectors, vector => Assert.Equal(4, vector.Length));
    }

    [Fact]
    public async Task The_prefixes_and_the_dimensions_are_sent()
    {
        var model = Model(options => (options.QueryPrefix, options.DocumentPrefix, options.Dimensions) = ("query: ", "passage: ", 7));

        var question = await model.QuestionAsync("who?", CancellationToken.None);
        await model.DocumentsAsync(["him"], CancellationToken.None);

        Assert.Equal(7, question.Length);
        Assert.Equal([["query: who?"], ["passage: him"]], server.Batches);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        server.Replies(status, "{}").Replies(status, "<html>");

        Assert.Single(await Model().DocumentsAsync(["a"], CancellationToken.None));

        Assert.Equal(3, server.Batches.Count);
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_is_waited_for_unless_it_asks_too_much()
    {
        var time = Waitless();
        server.Replies(429, "{}", ("Retry-After", "40"));
        await Model(time: time).DocumentsAsync(["a"], CancellationToken.None);
        Assert.True(time.GetUtcNow() >= Some.Time.AddSeconds(40));

        server.Replies(429, "{}", ("Retry-After", "4000"));
        await Assert.ThrowsAsync<EmbeddingFailedException>(() => Model(time: time).DocumentsAsync(["a"], CancellationToken.None));
        Assert.Equal(3, server.Batches.Count);
    }

    [Fact]
    public async Task Trying_again_comes_to_an_end()
    {
        for (var time = 0; time < 5; time++)
        {
            server.Replies(500, "{}");
        }

        var failure = await Assert.ThrowsAsync<EmbeddingFailedException>(() => Model().DocumentsAsync(["a"], CancellationToken.None));

        Assert.Equal("the endpoint answered 500", failure.Message);
        Assert.Equal(5, server.Batches.Count);
    }

    [Theory]
    [InlineData(401, "{\"error\":{\"message\":\"Incorrect API key provided: sk-very-secret\"}}")]
    [InlineData(404, "page not found")]
    [InlineData(302, "")]
    [InlineData(200, "<html>Please log in</html>")]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "[]")]
    [InlineData(200, "null")]
    [InlineData(200, "{\"object\":\"list\",\"data\":[]}")]
    [InlineData(200, "{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":\"no base64!\"}]}")]
    [InlineData(200, "{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[]}]}")]
    [InlineData(200, "{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[0,0,0]}]}")]
    [InlineData(200, "{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[\"a\"]}]}")]
    [InlineData(200, "{\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,\"embedding\":[1,2]},{\"object\":\"embedding\",\"index\":1,\"embedding\":[1,2]}]}")]
    public async Task What_is_no_answer_is_one_harmless_line_and_not_tried_again(int status, string body)
    {
        server.Replies(status, body);

        var failure = await Assert.ThrowsAsync<EmbeddingFailedException>(() => Model().DocumentsAsync(["a text"], CancellationToken.None));

        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a text", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.Single(server.Batches);
    }

    [Fact]
    public async Task A_server_that_hangs_is_left_and_so_is_one_that_is_gone()
    {
        server.Hangs().Hangs();
        var time = new FakeTimeProvider(Some.Time);
        var vectors = Model(options => options.TimeoutSeconds = 1, time).DocumentsAsync(["a"], CancellationToken.None);
        while (!vectors.IsCompleted)
        {
            await Task.Yield();
            time.Advance(TimeSpan.FromMilliseconds(server.Batches.IsEmpty ? 0 : 100));
        }

        Assert.Contains("within 1 s", (await Assert.ThrowsAsync<EmbeddingFailedException>(() => vectors)).Message, StringComparison.Ordinal);

        var model = Model();
        await server.DisposeAsync();
        Assert.Contains("cannot be reached", (await Assert.ThrowsAsync<EmbeddingFailedException>(() => model.DocumentsAsync(["a"], CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_can_be_cancelled()
    {
        server.Hangs();
        using var cancelled = new CancellationTokenSource();
        var vectors = Model(time: TimeProvider.System).DocumentsAsync(["a"], cancelled.Token);
        while (server.Batches.IsEmpty)
        {
            await Task.Yield();
        }

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => vectors);
    }

    [Fact]
    public async Task A_corpus_goes_in_batches_and_a_question_alone()
    {
        using var generator = EmbeddingEndpoint.Create(Settings(), TimeProvider.System);
        var search = new SomeDense(generator).Search();
        var index = SomeCorpus.Index("One.", "Two!!", "Three….");

        await search.PrepareAsync(index, CancellationToken.None);
        var nearest = await search.NearestAsync("Four?", index, 10, CancellationToken.None);

        Assert.Equal([2, 1, 1], server.Batches.Select(batch => batch.Count));
        Assert.Equal(1, nearest[0]);
        Assert.Empty(server.Faults);
    }

    private EmbeddingModel Model(Action<EmbeddingsOptions>? change = null, TimeProvider? time = null)
    {
        var options = Settings();
        options.TimeoutSeconds = 3_600;
        change?.Invoke(options);
        return new EmbeddingModel(new Lazy<IEmbeddingGenerator<string, Embedding<float>>>(() => EmbeddingEndpoint.Create(options, time ?? Waitless())), Options.Create(options));
    }

    /// <summary>Waiting before another try takes no time, and a request all the time it needs.</summary>
    private static AdvancingTime Waitless() => new() { Patience = TimeSpan.FromMinutes(10) };

    private EmbeddingsOptions Settings() => new() { Endpoint = server.Address, Key = StrictEndpoint.Key, Name = StrictEndpoint.Model };
}
