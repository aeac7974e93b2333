using CstoBot.Answering;
using CstoBot.Retrieval;
using Xunit;

namespace CstoBot.Tests.Answering;

/// <summary>A folder that has nothing to do with the first organization, and no manifest and no glossary.</summary>
public sealed class OtherDocumentsTests
{
    private static readonly PassageIndex Library = SomeCorpus.Index(
        """
        Opening hours

        The city library is open from Monday to Saturday, 9 am to 8 pm. On Sundays it is closed.

        Membership

        A reader's card costs 12 euros a year. Children under 14 pay nothing. To get a card, bring a passport and a photograph to the desk.

        Director Helena Brandt has led the library since 2019. Her predecessor was Olaf Nyström.
        """,
        """
        12.03.2024

        The library bought three electric buses for its mobile branch. They stop in Norrby, Söderby and Västby.

        04.09.2024

        The reading room on the second floor was closed because of water damage. It will open again in January 2025.
        """,
        "Summer school was held in Norrby\n\nIt drew forty pupils and ended with a concert.");

    [Theory]
    [InlineData("How much does a reader's card cost?", "12 euros")]
    [InlineData("When is the library open?", "Monday to Saturday")]
    [InlineData("Who is the director of the library?", "Helena Brandt")]
    [InlineData("Who was the predecessor of Helena Brandt?", "Olaf Nyström")]
    [InlineData("What do I need to bring to get a card?", "passport")]
    [InlineData("Why was the reading room closed?", "water damage")]
    [InlineData("When will the reading room open again?", "January 2025")]
    [InlineData("Where do the electric buses stop?", "Söderby")]
    [InlineData("Do children pay for a card?", "Children under 14 pay nothing")]
    [InlineData("Where was the summer school held?", "Norrby")]
    public async Task A_plain_question_is_answered(string question, string expected)
    {
        var answer = Assert.IsType<AnswerOutcome.Answered>(await Library.AskAsync(question)).Answer;

        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        SomeAnswer.HasTrueCitations(answer, Library.Corpus);
    }

    [Theory]
    [InlineData("Сколько стоит место в яслях?", null, "90 евро")]
    [InlineData("How long is the notice of a tenant?", null, "three months")]
    [InlineData("What does the ясли section say about место?", "The source says:", "90 евро")]
    public async Task A_part_in_another_language_than_its_document_is_read_in_its_own(string question, string? lead, string expected)
    {
        var index = SomeCorpus.Index(
            "Guide for tenants\n\nThe notice of a tenant is three months. The keys are handed over at noon.\n\nДля русскоязычных жителей\n\nЯсли принимают детей с двух лет. Место стоит 90 евро в месяц, заявление о месте в яслях подают весной.");

        var answer = Assert.IsType<AnswerOutcome.Answered>(await index.AskAsync(question)).Answer;

        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        Assert.Equal(lead, answer.Lead);
        Assert.Equal(["English", "Russian"], index.Corpus.Documents[0].Sections.Select(section => $"{index.Corpus.Documents[0].LanguageOf(section)}"));
    }

    [Theory]
    [InlineData("Who is the mayor of Norrby?")]
    [InlineData("How much did the electric buses cost?")]
    [InlineData("When did Helena Brandt marry?")]
    [InlineData("What is the phone of the theatre?")]
    [InlineData("Which opera was performed in Västby?")]
    public async Task What_the_folder_does_not_say_is_not_answered(string question) =>
        Assert.IsType<AnswerOutcome.Abstained>(await Library.AskAsync(question));
}
