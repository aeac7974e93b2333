using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Tests.Retrieval.Dense;
using Microsoft.Extensions.Options;
using Xunit;

namespace CstoBot.Tests.Answering;

public sealed class DocumentFollowUpsTests
{
    private readonly AnswerPipeline pipeline = SomeCorpus.Pipeline(SomeCorpus.Seeds);
    private readonly DocumentFollowUps followUps;

    public DocumentFollowUpsTests()
    {
        var current = new CurrentIndex();
        current.Switch(SomeCorpus.Seeds);
        followUps = new DocumentFollowUps(current, new HybridRetriever(SomeDense.Off), pipeline, Options.Create(new AnsweringOptions()));
    }

    [Theory]
    [InlineData("What did Tasmagambetov define as the organization's 'point of growth'?", "What is the key vector of the CSTO's development?")]
    [InlineData("What does Tasmagambetov see as the key task at the current stage with regard to artificial intelligence?", "How does Tasmagambetov see the impact of artificial intelligence on security?")]
    [InlineData("when did humanity come nearest to blowing itself up", "What was said about illegal drug trafficking?")]
    [InlineData("How many soldiers did the CSTO deploy in Nagorno-Karabakh?", "Nagorno-Karabakh: what do the sources say?")]
    [InlineData("Какова численность Коллективных сил оперативного реагирования ОДКБ?", "Коллективные силы оперативного реагирования: что сказано в источниках?")]
    public async Task Offers_what_the_documents_around_an_answer_ask_and_name(string question, string expected) =>
        Assert.Contains(expected, (await OfferedAsync(question)).Questions);

    [Theory]
    [InlineData("What did Tasmagambetov define as the organization's 'point of growth'?")]
    [InlineData("What would not have been needed if the threat of a world war had not been perceived as real?")]
    [InlineData("To which country did Tasmagambetov express gratitude for organization and hospitality?")]
    [InlineData("Как генсек охарактеризовал отношения ОДКБ с Арменией в интервью ТАСС в 2024 году?")]
    public async Task Every_question_offered_is_answered_with_other_sentences_in_the_language_of_the_person(string question)
    {
        var first = await AskAsync(question);
        var offered = (await OfferedAsync(question)).Questions;

        Assert.InRange(offered.Count, 1, 3);
        foreach (var next in offered)
        {
            var answer = Assert.IsType<AnswerOutcome.Answered>(await AskAsync(next)).Answer;
            Assert.Equal(first.Language, answer.Language);
            Assert.DoesNotContain(answer.Citations, citation => ((AnswerOutcome.Answered)first).Answer.Citations.Any(shown => shown.Quote == citation.Quote));
        }
    }

    [Theory]
    [InlineData("Thanks, that helped!")]
    [InlineData("Write me a poem about spring")]
    [InlineData("Who is the Secretary General of NATO?")]
    [InlineData("When did Uzbekistan withdraw from the CSTO?")]
    public async Task Offers_nothing_where_there_is_nothing_good(string question)
    {
        var offered = await OfferedAsync(question);

        Assert.Empty(offered.Questions);
        Assert.False(offered.HasMore);
    }

    [Fact]
    public async Task Works_an_offer_out_once_an_answer()
    {
        var outcome = await AskAsync("Who is the Secretary General of the CSTO?");
        var question = new StandaloneQuestion("Who is the Secretary General of the CSTO?", null);

        Assert.Same(await followUps.OfAsync(question, outcome, CancellationToken.None), await followUps.OfAsync(question, outcome, CancellationToken.None));
    }

    [Theory]
    [InlineData("What positive effect of artificial intelligence on security does Tasmagambetov name first?")]
    [InlineData("What is the CSTO's \"coordinating state\" authorized to do?")]
    public async Task More_is_up_to_three_other_quotes_that_stand_in_the_documents(string question)
    {
        var shown = Assert.IsType<AnswerOutcome.Answered>(await AskAsync(question)).Answer;
        var more = await followUps.MoreOrNullAsync(new StandaloneQuestion(question, null), Language.English, shown.Citations, CancellationToken.None);

        Assert.True((await OfferedAsync(question)).HasMore);
        Assert.NotNull(more);
        Assert.InRange(more.Citations.Count, 1, 3);
        Assert.Empty(more.Citations.Select(citation => citation.Quote).Intersect(shown.Citations.Select(citation => citation.Quote)));
        SomeAnswer.HasTrueCitations(more, SomeCorpus.Seeds.Corpus);
    }

    private Task<AnswerOutcome> AskAsync(string question) => pipeline.AnswerAsync(new Conversation(question, []), listener: null, CancellationToken.None);

    private async Task<FollowUps> OfferedAsync(string question) =>
        await followUps.OfAsync(new StandaloneQuestion(question, null), await AskAsync(question), CancellationToken.None);
}
