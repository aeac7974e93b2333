using CstoBot.Evaluation;
using CstoBot.Tests.Ingestion;
using Xunit;

namespace CstoBot.Tests.Evaluation;

public sealed class QuestionFileTests
{
    private const string Answerable = "\"id\":\"a\",\"type\":\"t\",\"question\":\"q\",\"expect\":\"answer\"";

    [Fact]
    public void Lines_are_read_whatever_else_they_hold()
    {
        var questions = QuestionFile.Parse(
        [
            "\uFEFF{" + Answerable + ""","must":[["x","y"],["z"]],"docs":["000"],"quote":"w","quotes":[{"doc":"001","text":"v"}],"min_docs":2,"history":["Who?",""],"more":{}}""",
            "",
            """{"id":"b","type":"t","question":" q ","expect":"abstain","correction":{"must":["c"]},"also_ok":["d"],"must":null,"docs":null}""",
        ]);

        Assert.Equal(["a", "b"], questions.Select(question => question.Id));
        Assert.Equal(["w", "v"], questions[0].Quotes);
        Assert.Equal([2, 1], questions[0].Must.Select(group => group.Count));
        Assert.Equal((2, "Who?"), (questions[0].MinDocuments, Assert.Single(questions[0].Conversation.History)));
        Assert.Equal(("q", 2), (questions[1].Conversation.Question, questions[1].AlsoRight.Count));
    }

    [Theory]
    [InlineData("nonsense", "it is not valid JSON")]
    [InlineData("{\"id\":\"a\"", "it is not valid JSON")]
    [InlineData("{} {}", "it is not valid JSON")]
    [InlineData("[1]", "it is not a JSON object")]
    [InlineData("null", "it is not a JSON object")]
    [InlineData("{}", "\"id\" is missing")]
    [InlineData("""{"id":7}""", "\"id\" is not what it should be")]
    [InlineData("""{"id":"\ud800"}""", "\"id\" is not what it should be")]
    [InlineData("""{"id":" "}""", "\"id\" is empty")]
    [InlineData("""{"id":"a"}""", "\"type\" is missing")]
    [InlineData("""{"id":"a","type":"t","question":""}""", "\"question\" is empty")]
    [InlineData("""{"id":"a","type":"t","question":"q"}""", "\"expect\" is missing")]
    [InlineData("""{"id":"a","type":"t","question":"q","expect":"praise"}""", "\"expect\" is none of answer, abstain, smalltalk, refuse")]
    [InlineData("{" + Answerable + "}", "\"must\" is missing")]
    [InlineData("{" + Answerable + ""","must":["x"]}""", "\"must[0]\" is not what it should be")]
    [InlineData("{" + Answerable + ""","must":[null]}""", "\"must\" holds a null")]
    [InlineData("{" + Answerable + ""","must":[["x"]]}""", "\"docs\" is missing")]
    [InlineData("{" + Answerable + ""","must":[["x"]],"docs":[""]}""", "\"docs\" holds an empty name")]
    [InlineData("{" + Answerable + ""","must":[["x"]],"docs":["000"]}""", "\"quote\" is missing")]
    [InlineData("{" + Answerable + ""","must":[["x"]],"docs":["000"],"quote":"x","quotes":[{}]}""", "\"quotes.text\" is missing")]
    [InlineData("{" + Answerable + ""","must":[["x"]],"docs":["000"],"quote":"x","min_docs":"two"}""", "\"min_docs\" is not what it should be")]
    [InlineData("{" + Answerable + ""","must":[["x"]],"docs":["000"],"quote":"x","history":"y"}""", "\"history\" is not what it should be")]
    [InlineData("""{"id":"a","type":"t","question":"q","expect":"abstain","correction":{}}""", "\"correction.must\" is missing")]
    public void What_is_wrong_with_a_line_is_told_with_its_number(string line, string problem)
    {
        var exception = Assert.Throws<InvalidDataException>(() => QuestionFile.Parse(["", line]));

        Assert.Equal($"Line 2 of the question file: {problem}.", exception.Message);
    }

    [Theory]
    [InlineData("must", ""","must":[["(x"]],"docs":["000"],"quote":"x"}""")]
    [InlineData("must_not", ""","must":[["x"]],"docs":["000"],"quote":"x","must_not":["[x"]}""")]
    [InlineData("must", ""","must":[["x**"]],"docs":["000"],"quote":"x"}""")]
    [InlineData("must", ""","must":[["(?P=x"]],"docs":["000"],"quote":"x"}""")]
    [InlineData("must", ""","must":[["x\\"]],"docs":["000"],"quote":"x"}""")]
    public void A_bad_regular_expression_is_told_in_one_line(string name, string rest)
    {
        var exception = Assert.Throws<InvalidDataException>(() => QuestionFile.Parse(["{" + Answerable + rest]));

        Assert.StartsWith($"Line 1 of the question file: \"{name}\" holds no regular expression. ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Two_questions_of_one_id_are_told()
    {
        const string Line = """{"id":"a","type":"t","question":"q","expect":"refuse"}""";

        var exception = Assert.Throws<InvalidDataException>(() => QuestionFile.Parse([Line, "", Line]));

        Assert.Equal("Line 3 of the question file: the id \"a\" is that of line 1.", exception.Message);
    }

    [Fact]
    public void A_file_that_is_none_is_told()
    {
        using var folder = new SomeSources();
        var latin = folder.Add("latin.jsonl", [0x7B, 0xD1, 0xEE]);
        var empty = folder.Add("empty.jsonl", "\n");

        Assert.Contains("cannot be read", Assert.Throws<InvalidDataException>(() => QuestionFile.Read(folder.Folder)).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Throws<InvalidDataException>(() => QuestionFile.Read(Path.Combine(folder.Folder, "none"))).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Throws<InvalidDataException>(() => QuestionFile.Read("")).Message, StringComparison.Ordinal);
        Assert.Contains("not UTF-8", Assert.Throws<InvalidDataException>(() => QuestionFile.Read(latin)).Message, StringComparison.Ordinal);
        Assert.Contains("holds no questions", Assert.Throws<InvalidDataException>(() => QuestionFile.Read(empty)).Message, StringComparison.Ordinal);
    }
}
