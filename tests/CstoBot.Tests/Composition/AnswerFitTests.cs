using CstoBot.Composition;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Composition;

public sealed class AnswerFitTests
{
    [Theory]
    [InlineData("Date", "When did they meet?", "They met on June 30.", "They met in the mountains.")]
    [InlineData("Date", "Когда они встретились?", "Они встретились вчера.", "Они встретились в горах.")]
    [InlineData("Number", "How many members are there?", "There are six members.", "There are members.")]
    [InlineData("Number", "How many took part?", "More than 300 took part.", "They took part in 2024.")]
    [InlineData("Number", "How many took part?", "More than 300 took part.", "They took part on June 30.")]
    [InlineData("Number", "How many took part?", "More than 300 took part.", "They took part in Search-24.")]
    [InlineData("Number", "Are there 6 members?", "There are 7 members.", "There are 6 members.")]
    [InlineData("Place", "Where did they meet?", "They met in Minsk.", "They met early.")]
    [InlineData("Person", "Who met in Minsk?", "There, in Minsk, Lukashenko met them.", "They met in Minsk.")]
    [InlineData("Reason", "Why did they meet?", "They met because of the threat.", "They met in the mountains.")]
    [InlineData("List", "What topics were there?", "War, peace, and trade.", "There were topics.")]
    public void A_sentence_that_holds_what_is_asked_fits_better(string kind, string question, string fitting, string other)
    {
        var analyzed = QueryAnalyzer.Analyze(question, SomeCorpus.Index("They met."));

        Assert.True(Factor(kind, fitting, analyzed) > Factor(kind, other, analyzed));
    }

    [Fact]
    public void A_definition_says_what_the_thing_is()
    {
        var analyzed = QueryAnalyzer.Analyze("What is the CSTO?", SomeCorpus.Index("The CSTO is an alliance."));

        Assert.True(Factor("Definition", "The CSTO is an alliance.", analyzed) > Factor("Definition", "The CSTO met in Minsk.", analyzed));
    }

    private static double Factor(string kind, string sentence, AnalyzedQuery question)
    {
        var document = SomeCorpus.Document(sentence);
        var analyzed = AnalyzedSentence.Of(document, new Sentence(new TextSpan(0, sentence.Length), SentenceRole.Statement));
        return AnswerFit.Factor(Enum.Parse<QuestionKind>(kind), analyzed, question);
    }
}
