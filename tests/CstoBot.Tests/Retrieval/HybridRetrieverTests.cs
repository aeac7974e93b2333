using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Dense;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Retrieval.Dense;
using Xunit;

namespace CstoBot.Tests.Retrieval;

public sealed class HybridRetrieverTests : IDisposable
{
    private readonly WordVectors model = new("car automobile vehicle", "price cost dear expensive");

    public void Dispose() => model.Dispose();

    [Fact]
    public async Task Without_a_model_the_passages_are_those_found_by_words_at_once()
    {
        var question = QueryAnalyzer.Analyze("Which countries are members of the CSTO?", SomeCorpus.Seeds);

        var found = new HybridRetriever(SomeDense.Off).RetrieveAsync(question, SomeCorpus.Seeds, 12, CancellationToken.None);

        Assert.True(found.IsCompletedSuccessfully);
        Assert.Equal(PassageRetriever.Retrieve(question, SomeCorpus.Seeds, 12), await found);
    }

    [Fact]
    public async Task Another_word_for_the_same_is_found_by_meaning_where_words_find_nothing()
    {
        var index = SomeCorpus.Index("Fish swim in rivers.", "An automobile is expensive.", "Trees grow slowly.");
        var question = QueryAnalyzer.Analyze("dear vehicle", index);

        Assert.Empty(PassageRetriever.Retrieve(question, index, 10));
        Assert.Equal("b.txt", (await RetrieveAsync(question, index, new SomeDense(model)))[0].Chunk.Document.Name);
    }

    [Fact]
    public async Task What_words_and_meaning_both_find_comes_before_what_one_alone_finds()
    {
        var index = SomeCorpus.Index(
            "Fish swim.", "Trees grow.", "Birds fly.", "The meeting was long, the meeting was hard.", "The automobile was late for the meeting.", "An automobile is a vehicle and no more.");
        var question = QueryAnalyzer.Analyze("car meeting", index);

        var found = await RetrieveAsync(question, index, new SomeDense(model));

        Assert.Equal(["The automobile was late for the meeting."], found.Take(1).Select(passage => passage.Chunk.Text));
        Assert.Equal(found.Select(passage => passage.Score).OrderDescending(), found.Select(passage => passage.Score));
        Assert.All(found, passage => Assert.Same(index.Chunks[passage.ChunkNumber], passage.Chunk));
    }

    [Fact]
    public async Task When_the_model_fails_the_passages_are_those_found_by_words()
    {
        var index = SomeCorpus.Index("The meeting was long.", "The automobile was late for the meeting.");
        var question = QueryAnalyzer.Analyze("late meeting", index);
        var search = new SomeDense(model).Search();
        await search.PrepareAsync(index, CancellationToken.None);
        model.Before = (_, _) => throw new EmbeddingFailedException("the endpoint cannot be reached");

        Assert.Equal(PassageRetriever.Retrieve(question, index, 10), await new HybridRetriever(search).RetrieveAsync(question, index, 10, CancellationToken.None));
    }

    [Fact]
    public async Task The_answer_is_still_quoted_and_still_needs_its_evidence()
    {
        var index = SomeCorpus.Index("The council met in Minsk on 5 May 2024.", "Fish swim.");
        var search = new SomeDense(model).Search();
        await search.PrepareAsync(index, CancellationToken.None);
        var pipeline = SomeCorpus.Pipeline(index, retriever: new HybridRetriever(search));

        var answered = Assert.IsType<AnswerOutcome.Answered>(await pipeline.AnswerAsync(new Conversation("Where did the council meet?", []), listener: null, CancellationToken.None));
        SomeAnswer.HasTrueCitations(answered.Answer, index.Corpus);
        Assert.IsType<AnswerOutcome.Abstained>(await pipeline.AnswerAsync(new Conversation("What does a vehicle cost in Patagonia?", []), listener: null, CancellationToken.None));
    }

    private static async Task<IReadOnlyList<Passage>> RetrieveAsync(AnalyzedQuery question, PassageIndex index, SomeDense dense)
    {
        var search = dense.Search();
        await search.PrepareAsync(index, CancellationToken.None);
        return await new HybridRetriever(search).RetrieveAsync(question, index, 10, CancellationToken.None);
    }
}
