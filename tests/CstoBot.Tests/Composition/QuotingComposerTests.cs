using CstoBot.Answering;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Composition;

/// <summary>What the quoting composer chooses, seen in the verified answer.</summary>
public sealed class QuotingComposerTests
{
    [Fact]
    public async Task Documents_that_say_the_same_are_one_witness_and_the_dated_one_is_cited()
    {
        var index = SomeCorpus.Index(
            "The delegation of the secretariat visited the Patriot park.",
            "07.07.2025\n\nThe delegation of the secretariat visited the Patriot park.");

        var answer = await AnsweredAsync(index, "What did the delegation visit?");

        Assert.Equal(("b.txt", new DateOnly(2025, 7, 7)), (Assert.Single(answer.Citations).Source, answer.Citations[0].Published));
    }

    [Fact]
    public async Task A_question_of_an_interviewer_is_shown_as_one()
    {
        var index = SomeCorpus.Index("Interview of A. Person to the B agency\n\n— Do you fear the migration of bears to Patagonia?\n\n— No.");

        var answer = await AnsweredAsync(index, "What about the migration of bears to Patagonia?");

        Assert.StartsWith("The interviewer asked: “Do you fear", Assert.Single(answer.Statements).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_where_nobody_is_interviewed_is_the_texts_own()
    {
        var index = SomeCorpus.Index("How do the bears of Patagonia migrate?\n\nSlowly.");

        var answer = await AnsweredAsync(index, "What about the migration of bears to Patagonia?");

        Assert.Contains(answer.Statements, statement => statement.Text.StartsWith("The text asks: “How do", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sentence_that_leans_on_the_one_before_brings_it_along()
    {
        var index = SomeCorpus.Index("The council met in Minsk. This made Patagonia nervous.");

        var answer = await AnsweredAsync(index, "What made Patagonia nervous?");

        Assert.Equal("The council met in Minsk. This made Patagonia nervous.", answer.Citations[0].Quote);
    }

    [Fact]
    public async Task A_quote_never_shows_the_navigation_between_two_sentences()
    {
        var index = SomeCorpus.Index("The council met in Minsk.\n\nRead more\n\nThis made Patagonia nervous.");

        var answer = await AnsweredAsync(index, "What made Patagonia nervous?");

        Assert.DoesNotContain("Read more", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_of_several_documents_say_whose_and_of_when_they_are()
    {
        var index = SomeCorpus.Index(
            "07.07.2025\n\nThe bears of Patagonia sleep.",
            "08.08.2025\n\nPatagonia feeds its bears on fish every morning, says the keeper.");

        var answer = await AnsweredAsync(index, "What of the bears of Patagonia?");

        Assert.All(
            answer.Statements.Where(_ => answer.Citations.Select(citation => citation.Source).Distinct().Count() > 1),
            statement => Assert.Matches(@", \d{1,2} \w+ 2025: “", statement.Text));
    }

    private static async Task<Answer> AnsweredAsync(CstoBot.Retrieval.PassageIndex index, string question) =>
        Assert.IsType<AnswerOutcome.Answered>(await index.AskAsync(question)).Answer;
}
