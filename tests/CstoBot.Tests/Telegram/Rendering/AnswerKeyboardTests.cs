using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class AnswerKeyboardTests
{
    private static readonly FollowUps Everything = new(HasMore: true, ["First question?", "Second question?", "Third question?"]);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(4, 5)]
    [InlineData(5, 5)]
    [InlineData(16, 5)]
    public void Takes_at_most_five_rows(int citations, int expected) => Assert.Equal(expected, Of(citations, Everything).Rows.Count);

    [Fact]
    public void Many_citations_are_told_by_their_numbers()
    {
        var rows = Of(9, FollowUps.None).Rows;

        Assert.Equal([8, 1, 2], rows.Select(row => row.Count));
        Assert.Equal(new Button("[9]", "c:7:9"), rows[1][0]);
    }

    [Fact]
    public void Offers_questions_and_more_below_the_citations()
    {
        var rows = Of(1, Everything).Rows;

        Assert.Equal(new Button("Second question?", "q:7:1"), Assert.Single(rows[2]));
        Assert.Equal([new Button("👍", "f:7:+"), new Button("👎", "f:7:-"), new Button("More detail", "m:7")], rows[^1]);
    }

    [Fact]
    public void Ticks_the_vote_that_is_to_be_seen() =>
        Assert.Equal(["👍", "✓ 👎"], AnswerKeyboard.Of(7, [Some.Citation()], FollowUps.None, Language.English, Vote.Down).Rows[^1].Select(button => button.Label));

    [Fact]
    public void Below_an_abstention_there_are_questions_or_nothing()
    {
        Assert.Null(AnswerKeyboard.OrNull(7, FollowUps.None));
        Assert.Equal(3, AnswerKeyboard.OrNull(7, Everything)!.Rows.Count);
    }

    private static Keyboard Of(int citations, FollowUps followUps) =>
        AnswerKeyboard.Of(7, [.. Enumerable.Range(1, citations).Select(number => Some.Citation(number))], followUps, Language.English);
}
