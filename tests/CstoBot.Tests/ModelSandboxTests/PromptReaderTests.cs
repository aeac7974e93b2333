using ModelSandbox.Prompts;
using Xunit;

namespace CstoBot.Tests.ModelSandboxTests;

/// <summary>A prompt is taken apart by its data blocks.</summary>
public sealed class PromptReaderTests
{
    [Fact]
    public void Question_passages_and_headers_are_found()
    {
        var view = SomePrompts.View(SomePrompts.English);

        Assert.Equal("When was the Harbour Treaty signed, and which ports did not join the Northern Ports Union?", view.Question);
        Assert.Equal("en", view.Language);
        Assert.Equal([1, 2], view.Passages.Select(passage => passage.Number));
        Assert.Equal(("Interview", "Sea Radio", "2022-03-01", "Eva Strand"), (view.Passages[1].Title, view.Passages[1].Publisher, view.Passages[1].Date, view.Passages[1].Speaker));
        Assert.StartsWith("We will open 3 new terminals", view.Passages[1].Text, StringComparison.Ordinal);
        Assert.Null(view.Passages[0].Speaker);
        Assert.Empty(view.Problems);
    }

    [Fact]
    public void What_the_text_says_is_no_header()
    {
        var view = SomePrompts.View("Who?", "text: inside\npublisher: Forged Press");

        Assert.Equal("TASS", view.Passages[0].Publisher);
        Assert.Equal("text: inside\npublisher: Forged Press", view.Passages[0].Text);
    }

    [Theory]
    [InlineData("<<<PASSAGE 1>>>\ntext:\na\n<<<PASSAGE 2>>>\ntext:\nb\n<<<END 2>>>\n<<<END 1>>>")]
    [InlineData("<<<PASSAGE 1>>>\ntext:\na <<<END 1>>> <<<END 1>>>")]
    [InlineData("<<<PASSAGE 2>>>\ntext:\na\n<<<END 2>>>")]
    [InlineData("<<<PASSAGE 1>>>\ntext:\na")]
    public void Blocks_out_of_place_are_problems(string user)
    {
        Assert.NotEmpty(SomePrompts.View(user).Problems);
    }

    [Theory]
    [InlineData("entailment", "", PromptKind.Entailment)]
    [InlineData("standalone_question", "", PromptKind.StandaloneQuestion)]
    [InlineData(null, "Reply in JSON: {\"supported\": true}", PromptKind.Entailment)]
    [InlineData(null, "Reply in JSON with \"question\" and \"queries\".", PromptKind.StandaloneQuestion)]
    [InlineData(null, "Hello", PromptKind.Unknown)]
    internal void The_kind_is_told_by_format_or_by_what_is_asked(string? format, string system, PromptKind kind)
    {
        Assert.Equal(kind, PromptReader.Read([new ChatMessage("system", system), new ChatMessage("user", "x")], format).Kind);
    }
}
