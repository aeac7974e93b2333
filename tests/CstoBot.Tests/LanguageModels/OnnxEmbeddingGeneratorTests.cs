using CstoBot.LanguageModels;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Dense;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Fakes;
using CstoBot.Tests.Retrieval.Dense;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;
using Xunit;

namespace CstoBot.Tests.LanguageModels;

/// <summary>The real runtime over model files that the tests write.</summary>
public sealed class OnnxEmbeddingGeneratorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TinyModel tiny;

    public OnnxEmbeddingGeneratorTests() => tiny = new TinyModel(folder.Path, "car automobile", "fish", "tree oak");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_vector_is_the_mean_of_a_texts_own_tokens()
    {
        using var generator = Open();

        var vectors = await VectorsAsync(generator, "car", "Car fish", "the automobile and the oak and the fish near it");

        // Between the two marks, whose rows are zero.
        Assert.Equal([1 / 3f, 0, 0, 0], vectors[0], Near);
        Assert.Equal([0.25f, 0.25f, 0, 0], vectors[1], Near);
        Assert.Equal([1 / 12f, 1 / 12f, 1 / 12f, 0.7f / 12f], vectors[2], Near);
    }

    [Fact]
    public void A_text_has_the_same_vector_alone_and_in_any_company()
    {
        using var generator = Open();
        var texts = Gen.Elements("car", "fish", "oak", "nobody", "").ListOf().Select(words => string.Join(' ', words));

        Prop.ForAll(texts.NonEmptyListOf().ToArbitrary(), batch =>
        {
            var together = VectorsAsync(generator, [.. batch]).GetAwaiter().GetResult();
            return batch.Zip(together).All(pair => VectorsAsync(generator, pair.First).GetAwaiter().GetResult()[0].SequenceEqual(pair.Second));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task The_first_token_can_stand_for_the_text()
    {
        File.WriteAllLines(tiny.VocabularyPath, ["[PAD]", "[UNK]", "fish", "[SEP]", "[MASK]", "car", "automobile", "[CLS]", "tree", "oak"]);
        using var generator = Open(options => options.Pooling = VectorPooling.Cls);

        Assert.Equal([0, 1, 0, 0], (await VectorsAsync(generator, "car", "car car car"))[0], Near);
    }

    [Fact]
    public async Task A_model_that_tells_sentences_apart_gets_one_sentence()
    {
        tiny.WithTypes();
        using var generator = Open();

        Assert.Equal([1 / 3f, 0, 0, 0], (await VectorsAsync(generator, "car"))[0], Near);
    }

    [Fact]
    public async Task A_sentences_own_vector_is_taken_where_the_model_gives_one()
    {
        tiny.WithSentences();
        using var generator = Open();

        Assert.Equal([1, 1, 0, 0], (await VectorsAsync(generator, "car fish"))[0], Near);
    }

    [Fact]
    public async Task A_text_too_long_is_cut()
    {
        using var generator = Open(options => options.MaxTokens = 8);

        var long_ = await VectorsAsync(generator, string.Concat(Enumerable.Repeat("car ", 10_000)) + "fish");

        Assert.Equal([6 / 8f, 0, 0, 0], long_[0], Near);
    }

    [Fact]
    public async Task Many_may_ask_at_once()
    {
        using var generator = Open();

        var vectors = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => VectorsAsync(generator, "car", "fish oak")));

        Assert.All(vectors, pair => Assert.Equal(vectors[0], pair));
    }

    [Fact]
    public async Task A_cancelled_request_is_cancelled()
    {
        using var generator = Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => generator.GenerateAsync(["car"], null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Whatever_changes_the_vectors_changes_the_name()
    {
        var names = new List<string> { Name(_ => { }), Name(options => options.Pooling = VectorPooling.Cls), Name(options => options.MaxTokens = 9) };
        tiny.WithTypes();
        names.Add(Name(_ => { }));
        File.AppendAllText(tiny.VocabularyPath, "more\n");
        names.Add(Name(_ => { }));

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Equal(names[^1], Name(_ => { }));
    }

    [Theory]
    [InlineData("no model", "Embeddings:Model cannot be used")]
    [InlineData("another input", "its inputs are pixels")]
    [InlineData("no vocabulary", "Embeddings:Tokenizer cannot be used")]
    [InlineData("no sentence pieces", "Embeddings:Tokenizer cannot be used")]
    public void A_file_that_is_something_else_stops_the_start_with_one_line(string fault, string expected)
    {
        var tokenizer = tiny.VocabularyPath;
        switch (fault)
        {
            case "no model":
                File.WriteAllText(tiny.ModelPath, "<html>Please log in</html>");
                break;
            case "another input":
                tiny.WithInput("pixels");
                break;
            case "no vocabulary":
                File.WriteAllText(tokenizer, "<html>\nPlease log in\n</html>");
                break;
            default:
                tokenizer = Path.Combine(folder.Path, "sentencepiece.bpe.model");
                File.WriteAllText(tokenizer, "<html>\nPlease log in\n</html>");
                break;
        }

        var exception = Assert.Throws<StartupException>(() => Open(options => options.Tokenizer = tokenizer));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public async Task A_vocabulary_of_another_model_is_a_failure_and_no_crash()
    {
        File.AppendAllLines(tiny.VocabularyPath, ["more", "words", "than", "rows"]);
        using var generator = Open();

        var failure = await Assert.ThrowsAsync<EmbeddingFailedException>(() => VectorsAsync(generator, "rows"));

        Assert.Contains("Embeddings:Tokenizer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_in_other_words_finds_the_passage_that_words_alone_do_not()
    {
        var index = SomeCorpus.Index("The fish is in the river.", "The automobile is in the street.", "The oak is in the forest.");
        using var generator = Open();
        var search = new SomeDense(generator).Search();
        await search.PrepareAsync(index, CancellationToken.None);
        var question = QueryAnalyzer.Analyze("Whose car?", index);

        Assert.Empty(PassageRetriever.Retrieve(question, index, 1));
        Assert.Equal("b.txt", (await new HybridRetriever(search).RetrieveAsync(question, index, 1, CancellationToken.None))[0].Chunk.Document.Name);
    }

    private static bool Near(float expected, float actual) => Math.Abs(expected - actual) < 1e-6;

    private static async Task<IReadOnlyList<float[]>> VectorsAsync(OnnxEmbeddingGenerator generator, params IReadOnlyList<string> texts) =>
        (await generator.GenerateAsync(texts, null, CancellationToken.None)).Select(embedding => embedding.Vector.ToArray()).ToList();

    private string Name(Action<EmbeddingsOptions> change)
    {
        using var generator = Open(change);
        return new EmbeddingModel(new(() => generator), Options.Create(new EmbeddingsOptions())).Name;
    }

    private OnnxEmbeddingGenerator Open(Action<EmbeddingsOptions>? change = null)
    {
        var options = new EmbeddingsOptions { Model = tiny.ModelPath, Tokenizer = tiny.VocabularyPath };
        change?.Invoke(options);
        return OnnxEmbeddingGenerator.Open(options);
    }
}
