using CstoBot.Answering;
using Xunit;

namespace CstoBot.Tests.Answering;

public sealed class InterviewQuestionsTests
{
    [Theory]
    [InlineData("What are the main results of the meetings?", "What are the main results of the meetings?")]
    [InlineData("How do you see the future of the alliance?", "How does Sample see the future of the alliance?")]
    [InlineData("How well does the NATO staff cope with its tasks?", "How well does the NATO staff cope with its tasks?")]
    public void What_anybody_may_ask_is_taken_over(string asked, string expected) => Assert.Equal([expected], Of(asked));

    [Theory]
    [InlineData("Is it more of a risk or of a chance?")]
    [InlineData("How do these events change the situation?")]
    [InlineData("What is your opinion of the treaty?")]
    [InlineData("What do you think, and what would you do?")]
    [InlineData("And why?")]
    public void What_points_elsewhere_is_not(string asked) => Assert.Empty(Of(asked));

    private static IReadOnlyList<string> Of(string asked)
    {
        var document = SomeCorpus.Document($"Interview of the Secretary Anna Sample to the Herald newspaper\n\n— {asked}\n\n— We shall see what comes of it.\n");
        return [.. document.Sections.SelectMany(section => InterviewQuestions.Of(document, section))];
    }
}
