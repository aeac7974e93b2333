using CstoBot.Retrieval;
using CstoBot.Retrieval.Dense;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Retrieval.Dense;

public sealed class DenseSearchTests : IDisposable
{
    private static readonly string[] Texts = ["The automobile stands there.", "The fish swims.", "The tree grows."];

    private readonly WordVectors model = new("car automobile", "fish trout", "tree oak");

    public void Dispose() => model.Dispose();

    [Fact]
    public async Task What_means_the_same_is_nearest()
    {
        var (search, index) = await PreparedAsync(new SomeDense(model));

        Assert.Equal(0, (await search.NearestAsync("Where is the car?", index, 10, CancellationToken.None))[0]);
        Assert.Equal([1], await search.NearestAsync("trout", index, 1, CancellationToken.None));
    }

    [Fact]
    public async Task The_next_start_makes_only_the_vectors_of_new_texts()
    {
        var dense = new SomeDense(model);
        await PreparedAsync(dense);
        model.Texts.Clear();

        var (search, index) = await PreparedAsync(dense, "The fish swims.", "The oak fell.", "The automobile stands there.");

        Assert.Equal(["The oak fell."], model.Texts);
        Assert.Equal([1], await search.NearestAsync("tree", index, 1, CancellationToken.None));
        Assert.Equal(3, dense.Store.Vectors.Count);
    }

    [Fact]
    public async Task Another_model_makes_all_vectors_anew_and_so_does_another_prefix()
    {
        var store = new KeptVectors();
        await PreparedAsync(new SomeDense(model) { Store = store });
        await PreparedAsync(new SomeDense(model) { Store = store });
        Assert.Equal(3, model.Texts.Count);

        model.Name = "other words";
        await PreparedAsync(new SomeDense(model) { Store = store });
        Assert.Equal(6, model.Texts.Count);

        await PreparedAsync(new SomeDense(model) { Store = store, Settings = new() { Endpoint = "http://127.0.0.1", Name = "x", DocumentPrefix = "passage: " } });
        Assert.Equal("passage: The fish swims.", model.Texts[6]);
        Assert.Equal(9, model.Texts.Count);
    }

    [Fact]
    public async Task A_model_that_now_gives_other_dimensions_makes_all_vectors_anew()
    {
        var dense = new SomeDense(model);
        await PreparedAsync(dense);
        model.MoreDimensions = 2;

        var (search, index) = await PreparedAsync(dense, [.. Texts, "The oak fell."]);

        Assert.Equal(4, (await search.NearestAsync("car", index, 10, CancellationToken.None)).Count);
        Assert.All(dense.Store.Vectors.Values, vector => Assert.Equal(6, vector.Length));
    }

    [Fact]
    public async Task A_question_in_flight_finds_the_vectors_of_the_version_it_began_with()
    {
        var (search, before) = await PreparedAsync(new SomeDense(model));
        await search.PrepareAsync(SomeCorpus.Index("The oak fell."), CancellationToken.None);

        Assert.Equal([2], await search.NearestAsync("oak", before, 1, CancellationToken.None));
        Assert.Empty(await search.NearestAsync("oak", SomeCorpus.Index("Never prepared."), 1, CancellationToken.None));
    }

    [Fact]
    public async Task Equal_texts_are_asked_for_once_and_a_title_goes_with_each()
    {
        var corpus = SomeCorpus.Of(
            SomeCorpus.Document("It met.", "a.txt", CstoBot.Ingestion.DocumentMetadata.Unknown with { Title = "The council" }),
            SomeCorpus.Document("It met.", "b.txt", CstoBot.Ingestion.DocumentMetadata.Unknown with { Title = "The council" }));

        await new SomeDense(model).Search().PrepareAsync(PassageIndex.Build(corpus, Glossary.Empty), CancellationToken.None);

        Assert.Equal(["The council\nIt met."], model.Texts);
    }

    [Fact]
    public async Task A_failure_while_vectors_are_made_leaves_the_words_and_loses_no_work()
    {
        var dense = new SomeDense(model);
        model.Before = (_, _) => model.Texts.Count < 2 ? Task.CompletedTask : throw new EmbeddingFailedException("the endpoint answered 500");

        var (search, index) = await PreparedAsync(dense);

        Assert.Empty(await search.NearestAsync("car", index, 10, CancellationToken.None));
        Assert.Single(dense.Logs.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("the endpoint answered 500", StringComparison.Ordinal));
        Assert.Equal(2, dense.Store.Vectors.Count);

        model.Before = (_, _) => Task.CompletedTask;
        (search, index) = await PreparedAsync(dense);
        Assert.Equal(3, model.Texts.Count);
        Assert.NotEmpty(await search.NearestAsync("car", index, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_watches_is_told_how_far_it_is()
    {
        var time = new FakeTimeProvider(Some.Time);
        var dense = new SomeDense(model) { Time = time };
        model.Before = (_, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(6));
            return Task.CompletedTask;
        };

        await PreparedAsync(dense, "One.", "Two.", "Three.", "Four.", "Five.", "Six.");

        Assert.Equal(
            ["Information: Vectors: 6 of 6 texts are new to words ", "Information: Vectors: 4 of 6 are made ", "Information: Vectors: 6 texts have theirs, 6 of them new "],
            dense.Logs.Lines);
    }

    [Fact]
    public async Task Making_vectors_can_be_cancelled_and_loses_no_work()
    {
        var dense = new SomeDense(model);
        using var cancelled = new CancellationTokenSource();
        model.Before = (_, token) =>
        {
            token.ThrowIfCancellationRequested();
            return model.Texts.Count < 2 ? Task.CompletedTask : CancelAsync(cancelled, token);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dense.Search().PrepareAsync(SomeCorpus.Index(Texts), cancelled.Token));

        Assert.Equal(2, dense.Store.Vectors.Count);
    }

    [Theory]
    [InlineData("too few")]
    [InlineData("wrong length")]
    [InlineData("not a number")]
    [InlineData("no direction")]
    public async Task A_vector_that_is_none_is_a_failure(string fault)
    {
        var count = 0;
        var dense = new SomeDense(model) { Settings = new() { Endpoint = "http://127.0.0.1", Name = "x", Dimensions = fault == "too few" ? 5 : null } };
        model.Spoil = vector => fault switch
        {
            "wrong length" => count++ == 1 ? vector[1..] : vector,
            "not a number" => [float.NaN, .. vector[1..]],
            "no direction" => new float[vector.Length],
            _ => vector,
        };

        var (search, index) = await PreparedAsync(dense);

        Assert.Empty(await search.NearestAsync("car", index, 10, CancellationToken.None));
        Assert.Single(dense.Logs.Lines, line => line.Contains("answered by words alone", StringComparison.Ordinal));
        Assert.Empty(dense.Store.Vectors);
    }

    [Fact]
    public async Task A_question_waits_no_longer_than_it_may_and_those_after_it_not_at_all()
    {
        var time = new FakeTimeProvider(Some.Time);
        var dense = new SomeDense(model) { Time = time };
        var (search, index) = await PreparedAsync(dense);
        model.Before = (_, token) => Task.Delay(TimeSpan.FromHours(1), time, token);

        var nearest = search.NearestAsync("car", index, 10, CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(nearest.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Empty(await nearest);
        Assert.Empty(await search.NearestAsync("car", index, 10, CancellationToken.None));
        Assert.Single(dense.Logs.Lines, line => line.Contains("no vector came within 3 s", StringComparison.Ordinal));

        model.Before = (_, _) => Task.CompletedTask;
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.NotEmpty(await search.NearestAsync("car", index, 10, CancellationToken.None));
    }

    [Fact]
    public async Task A_question_that_is_cancelled_is_cancelled()
    {
        var (search, index) = await PreparedAsync(new SomeDense(model));
        using var cancelled = new CancellationTokenSource();
        model.Before = (_, token) => CancelAsync(cancelled, token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search.NearestAsync("car", index, 10, cancelled.Token));
    }

    [Fact]
    public async Task Who_keeps_nothing_is_told_that_the_vectors_are_for_this_run_alone()
    {
        var dense = new SomeDense(model) { Store = new KeptVectors { Keeps = false } };

        await PreparedAsync(dense);

        Assert.Single(dense.Logs.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("for this run alone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_text_and_no_question_is_logged()
    {
        var dense = new SomeDense(model);
        var (search, index) = await PreparedAsync(dense);
        model.Before = (_, _) => throw new EmbeddingFailedException("gone");
        await search.NearestAsync("a secret question about the car", index, 10, CancellationToken.None);

        Assert.All(dense.Logs.Lines, line => Assert.DoesNotContain("car", line, StringComparison.Ordinal));
        Assert.All(dense.Logs.Lines, line => Assert.DoesNotContain("automobile", line, StringComparison.Ordinal));
    }

    private static async Task<(DenseSearch Search, PassageIndex Index)> PreparedAsync(SomeDense dense, params string[] texts)
    {
        var (search, index) = (dense.Search(), SomeCorpus.Index(texts.Length == 0 ? Texts : texts));
        await search.PrepareAsync(index, CancellationToken.None);
        return (search, index);
    }

    private static async Task CancelAsync(CancellationTokenSource source, CancellationToken token)
    {
        await source.CancelAsync();
        token.ThrowIfCancellationRequested();
    }
}
