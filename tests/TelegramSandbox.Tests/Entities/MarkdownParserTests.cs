using TelegramSandbox.Entities;

namespace TelegramSandbox.Tests.Entities;

public sealed class MarkdownParserTests
{
    [Theory]
    [InlineData("*x*", "bold")]
    [InlineData("_x_", "italic")]
    [InlineData("__x__", "underline")]
    [InlineData("~x~", "strikethrough")]
    [InlineData("||x||", "spoiler")]
    [InlineData("`x`", "code")]
    [InlineData("```x```", "pre")]
    [InlineData(">x", "blockquote")]
    [InlineData("**>x||", "expandable_blockquote")]
    public void Each_mark_makes_its_entity(string markdown, string type)
    {
        var parsed = MarkdownParser.Parse(markdown);

        Assert.Equal("x", parsed.Text);
        Assert.Equal(new SandboxEntity(type, 0, 1), Assert.Single(parsed.Entities));
    }

    [Fact]
    public void Marks_nest()
    {
        var parsed = MarkdownParser.Parse("*a _b ~c~_*");

        Assert.Equal("a b c", parsed.Text);
        Assert.Equal(
            [new SandboxEntity("strikethrough", 4, 1), new SandboxEntity("italic", 2, 3), new SandboxEntity("bold", 0, 5)],
            parsed.Entities);
    }

    [Fact]
    public void Escaped_characters_stand_for_themselves()
    {
        Assert.Equal("1. a-b (c) *d* \\", MarkdownParser.Parse(@"1\. a\-b \(c\) \*d\* \\").Text);
    }

    [Fact]
    public void Code_needs_no_escapes()
    {
        Assert.Equal("a.b*c", MarkdownParser.Parse("`a.b*c`").Text);
    }

    [Fact]
    public void A_link_keeps_its_address()
    {
        var parsed = MarkdownParser.Parse(@"[site](https://a.org/x_\)y)");

        Assert.Equal(new SandboxEntity("text_link", 0, 4) { Url = "https://a.org/x_)y" }, Assert.Single(parsed.Entities));
    }

    [Fact]
    public void A_block_of_code_keeps_its_language()
    {
        var parsed = MarkdownParser.Parse("```python\nprint(1)\n```");

        Assert.Equal("print(1)\n", parsed.Text);
        Assert.Equal("python", Assert.Single(parsed.Entities).Language);
    }

    [Fact]
    public void A_quotation_goes_on_over_lines_that_begin_with_its_mark()
    {
        var parsed = MarkdownParser.Parse(">a\n>b\nc");

        Assert.Equal("a\nb\nc", parsed.Text);
        Assert.Equal(new SandboxEntity("blockquote", 0, 3), Assert.Single(parsed.Entities));
    }

    [Theory]
    [InlineData("a.", "Character '.' is reserved and must be escaped with the preceding '\\'")]
    [InlineData("(a", "Character '(' is reserved and must be escaped with the preceding '\\'")]
    [InlineData("Ж *x", "Can't find end of Bold entity at byte offset 3")]
    [InlineData("_x", "Can't find end of Italic entity at byte offset 0")]
    [InlineData("[x](y", "Can't find end of a URL at byte offset 3")]
    [InlineData("```x", "Can't find end of Pre entity at byte offset 0")]
    public void Wrong_markup_is_refused_in_telegrams_words(string markdown, string message)
    {
        var exception = Assert.Throws<MarkupException>(() => MarkdownParser.Parse(markdown));

        Assert.Equal(message, exception.Message);
    }
}
