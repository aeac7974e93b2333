using CstoBot.Conversations;
using Xunit;

namespace CstoBot.Tests.Conversations;

public sealed class StandaloneQuestionTests
{
    [Theory]
    [InlineData("and in Kazakhstan?", "Which exercises are planned in Tajikistan this year?", "Which exercises are planned this year?")]
    [InlineData("а в Таджикистане?", "Какие учения пройдут в Киргизии?", "Какие учения пройдут ?")]
    [InlineData("and in 2025?", "What was decided in 2024 about Riga?", "What was decided about Riga?")]
    [InlineData("and why?", "What was decided in Riga?", "What was decided in Riga?")]
    [InlineData("and in Riga?", "What was decided in general?", "What was decided in general?")]
    public void A_place_or_a_year_is_replaced_by_the_one_behind_the_same_preposition(string question, string earlier, string carried) =>
        Assert.Equal(carried, string.Join(' ', StandaloneQuestion.From(new Conversation(question, [earlier])).Carried!.Split(' ', StringSplitOptions.RemoveEmptyEntries)));


    private const string Earlier = "Where was the council of foreign ministers held?";

    [Theory]
    [InlineData("And when?")]
    [InlineData("and which of the ministers took part in it")]
    [InlineData("When?")]
    [InlineData("in 2025?")]
    [InlineData("Which countries did they come from that summer?")]
    [InlineData("А кто там был из министров стран?")]
    [InlineData("Сколько раз её членам приходилось встречаться?")]
    [InlineData("???")]
    public void A_question_that_leans_on_the_last_one_carries_it(string question) =>
        Assert.Equal(Earlier, Carried(question, Earlier));

    [Theory]
    [InlineData("Which countries are members of the organization?")]
    [InlineData("Какие страны входят в организацию сегодня?")]
    public void A_question_that_stands_alone_carries_nothing(string question) => Assert.Null(Carried(question, Earlier));

    [Fact]
    public void Without_a_history_nothing_is_carried() => Assert.Null(Carried("And when?"));

    [Fact]
    public void After_several_follow_ups_the_question_that_named_the_subject_is_still_carried() =>
        Assert.Equal(Earlier, Carried("And who?", "Who is Tasmagambetov to the organization?", Earlier, "And when?", "thanks"));

    private static string? Carried(string question, params IReadOnlyList<string> history) =>
        StandaloneQuestion.From(new Conversation(question, history)).Carried;
}
