using CstoBot.Composition;
using CstoBot.Conversations;
using Xunit;

namespace CstoBot.Tests.Composition;

public sealed class QuestionPartsTests
{
    [Theory]
    [InlineData("Where was the summit held and who chaired it?", "Where was the summit held", "who chaired it?")]
    [InlineData("Who held the chair in 2024, and at which meetings was it?", "Who held the chair in 2024", "at which meetings was it?")]
    [InlineData("Когда прошло заседание и кто на нём председательствовал?", "Когда прошло заседание", "кто на нём председательствовал?")]
    [InlineData("Who is the director? Where was he born?", "Who is the director?", "Where was he born?")]
    public void Each_question_word_behind_a_conjunction_begins_a_part(string question, string first, string second) =>
        Assert.Equal([first, second], Parts(question));

    [Theory]
    [InlineData("Who chairs the council and the committee?")]
    [InlineData("Where was it held and why?")]
    [InlineData("What and where?")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Which of the countries, and there are many, is the largest?")]
    public void One_question_stays_whole(string question) => Assert.Equal([question], Parts(question));

    [Fact]
    public void A_later_part_goes_on_with_the_first() =>
        Assert.Equal("Where was the summit held", QuestionParts.Of(new StandaloneQuestion("Where was the summit held and who chaired it?", null))[1].Carried);

    [Fact]
    public void Many_questions_at_once_are_one_search()
    {
        var question = string.Concat(Enumerable.Repeat("Who is it? ", 50)).Trim();

        Assert.Equal([question], Parts(question));
    }

    private static IEnumerable<string> Parts(string question) => QuestionParts.Of(new StandaloneQuestion(question, null)).Select(part => part.Text);
}
