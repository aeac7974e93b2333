using CstoBot.Cli;
using Xunit;

namespace CstoBot.Tests.Cli;

public sealed class QuestionLineTests
{
    [Fact]
    public void A_question_with_its_history_is_read()
    {
        var line = QuestionLine.Parse("""{"id":"q1","question":" And when? ","history":["Where?", 5, "", "Who?"],"more":{}}""");

        Assert.Equal(("q1", null, "And when?"), (line.Id.Text, line.Error, line.Conversation!.Question));
        Assert.Equal(["Where?", "Who?"], line.Conversation.History);
    }

    [Theory]
    [InlineData("""{"id":7,"question":"x"}""", "7")]
    [InlineData("""{"id":1.50,"question":"x"}""", "1.50")]
    [InlineData("""{"id":"ёж","question":"x"}""", "ёж")]
    [InlineData("""{"id":null,"question":"x"}""", null)]
    [InlineData("""{"id":{},"question":"x"}""", null)]
    [InlineData("""{"question":"x","history":"no list"}""", null)]
    public void An_id_is_a_text_or_a_number(string text, string? id)
    {
        var line = QuestionLine.Parse(text);

        Assert.Equal(id, line.Id.Text);
        Assert.NotNull(line.Conversation);
    }

    [Theory]
    [InlineData("", null, "the line is not valid JSON")]
    [InlineData("nonsense", null, "the line is not valid JSON")]
    [InlineData("""{"id":"q1","question":"x" """, null, "the line is not valid JSON")]
    [InlineData("""{"id":"q1"} {"id":"q2"}""", null, "the line is not valid JSON")]
    [InlineData("\0", null, "the line is not valid JSON")]
    [InlineData("[1]", null, "the line is not a JSON object")]
    [InlineData("\"text\"", null, "the line is not a JSON object")]
    [InlineData("null", null, "the line is not a JSON object")]
    [InlineData("""{"id":"q1"}""", "q1", "\"question\" is missing or not a string")]
    [InlineData("""{"id":"q1","Question":"x"}""", "q1", "\"question\" is missing or not a string")]
    [InlineData("""{"id":"q1","question":5}""", "q1", "\"question\" is missing or not a string")]
    [InlineData("""{"id":"q1","question":null}""", "q1", "\"question\" is missing or not a string")]
    [InlineData("""{"id":"q1","question":" \n\t "}""", "q1", "the question is empty")]
    [InlineData("""{"id":"q1","question":"a \ud800 b"}""", "q1", "the line holds text that is not valid Unicode")]
    [InlineData("""{"id":"q1","question":"x","history":["\udc00"]}""", "q1", "the line holds text that is not valid Unicode")]
    [InlineData("""{"id":"\ud800","question":"x"}""", null, "the line holds text that is not valid Unicode")]
    public void What_is_wrong_with_a_line_is_told_with_its_id(string text, string? id, string error)
    {
        var line = QuestionLine.Parse(text);

        Assert.Equal((id, error, null), (line.Id.Text, line.Error, line.Conversation));
    }

    [Fact]
    public void Half_a_character_outside_of_an_escape_is_told_as_well() =>
        Assert.NotNull(QuestionLine.Parse("{\"id\":\"q1\",\"question\":\"a " + '\uD800' + " b\"}").Error);

    [Fact]
    public void Endless_nesting_is_told() => Assert.NotNull(QuestionLine.Parse(new string('[', 100_000)).Error);
}
