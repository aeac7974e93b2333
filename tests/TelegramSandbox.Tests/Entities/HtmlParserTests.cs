using TelegramSandbox.Entities;

namespace TelegramSandbox.Tests.Entities;

public sealed class HtmlParserTests
{
    [Theory]
    [InlineData("<b>x</b>", "bold")]
    [InlineData("<strong>x</strong>", "bold")]
    [InlineData("<i>x</i>", "italic")]
    [InlineData("<em>x</em>", "italic")]
    [InlineData("<u>x</u>", "underline")]
    [InlineData("<ins>x</ins>", "underline")]
    [InlineData("<s>x</s>", "strikethrough")]
    [InlineData("<strike>x</strike>", "strikethrough")]
    [InlineData("<del>x</del>", "strikethrough")]
    [InlineData("<span class=\"tg-spoiler\">x</span>", "spoiler")]
    [InlineData("<tg-spoiler>x</tg-spoiler>", "spoiler")]
    [InlineData("<code>x</code>", "code")]
    [InlineData("<pre>x</pre>", "pre")]
    [InlineData("<blockquote>x</blockquote>", "blockquote")]
    [InlineData("<blockquote expandable>x</blockquote>", "expandable_blockquote")]
    [InlineData("<B>x</B>", "bold")]
    [InlineData("<b>x</>", "bold")]
    public void Each_tag_makes_its_entity(string html, string type)
    {
        var parsed = HtmlParser.Parse(html);

        Assert.Equal("x", parsed.Text);
        Assert.Equal(new SandboxEntity(type, 0, 1), Assert.Single(parsed.Entities));
    }

    [Fact]
    public void Offsets_count_utf16_units()
    {
        var parsed = HtmlParser.Parse("Ж😀<b>é😀</b>");

        Assert.Equal(new SandboxEntity("bold", 3, 3), Assert.Single(parsed.Entities));
    }

    [Fact]
    public void A_language_belongs_to_the_pre_around_the_code()
    {
        var parsed = HtmlParser.Parse("<pre><code class=\"language-c++\">x</code></pre>");

        Assert.Equal(new SandboxEntity("pre", 0, 1) { Language = "c++" }, Assert.Single(parsed.Entities));
    }

    [Theory]
    [InlineData("<a href=\"https://odkb-csto.org/a?b=1&amp;c=2\">x</a>", "https://odkb-csto.org/a?b=1&c=2")]
    [InlineData("<a href='odkb-csto.org'>x</a>", "http://odkb-csto.org/")]
    [InlineData("<a href=\"https://a.b?q=%22\">x</a>", "https://a.b?q=%22")]
    public void A_link_keeps_its_address(string html, string url)
    {
        var parsed = HtmlParser.Parse(html);

        Assert.Equal(new SandboxEntity("text_link", 0, 1) { Url = url }, Assert.Single(parsed.Entities));
    }

    [Theory]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"/relative\">x</a>")]
    [InlineData("<a>x</a>")]
    [InlineData("<a href=\"\">x</a>")]
    public void A_link_without_a_usable_address_is_plain_text(string html)
    {
        var parsed = HtmlParser.Parse(html);

        Assert.Equal("x", parsed.Text);
        Assert.Empty(parsed.Entities);
    }

    [Fact]
    public void A_link_to_a_user_is_a_mention()
    {
        var parsed = HtmlParser.Parse("<a href=\"tg://user?id=42\">x</a>");

        Assert.Equal(new SandboxEntity("text_mention", 0, 1) { UserId = 42 }, Assert.Single(parsed.Entities));
    }

    [Fact]
    public void A_date_keeps_its_time_and_format()
    {
        var parsed = HtmlParser.Parse("<tg-time unix=\"1647531900\" format=\"wDT\">22:45</tg-time>");

        Assert.Equal(new SandboxEntity("date_time", 0, 5) { UnixTime = 1647531900, DateTimeFormat = "wDT" }, Assert.Single(parsed.Entities));
    }

    [Theory]
    [InlineData("&lt;&gt;&amp;&quot;", "<>&\"")]
    [InlineData("&#1046;&#x1F600;", "Ж😀")]
    [InlineData("&lt", "<")]
    [InlineData("&nbsp; &apos; &hellip;", "&nbsp; &apos; &hellip;")]
    [InlineData("a & b &", "a & b &")]
    [InlineData("&#0; &#xD800; &#;", "&#0; &#xD800; &#;")]
    public void Only_four_names_and_numbers_are_references(string html, string text)
    {
        Assert.Equal(text, HtmlParser.Parse(html).Text);
    }

    [Theory]
    [InlineData("<x>", "Unsupported start tag \"x\" at byte offset 0")]
    [InlineData("Жж <br/>", "Unsupported start tag \"br/\" at byte offset 5")]
    [InlineData("a < b", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("<b>x", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<b><i>x</b>", "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"")]
    [InlineData("x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("<b>x</b", "Unclosed end tag at byte offset 4")]
    [InlineData("<b>x</b y>", "Unclosed end tag at byte offset 4")]
    [InlineData("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<a href=\"x", "Unclosed start tag at byte offset 0")]
    [InlineData("<a href", "Unclosed start tag \"a\" at byte offset 0")]
    [InlineData("<a =x>y</a>", "Empty attribute name in the tag \"a\" at byte offset 0")]
    [InlineData("<a href=a/b>y</a>", "Unexpected end of name token at byte offset 8")]
    [InlineData("x <b", "Unclosed start tag at byte offset 2")]
    [InlineData("<tg-emoji emoji-id=\"x\">y</tg-emoji>", "Invalid custom emoji identifier specified")]
    [InlineData("<tg-emoji emoji-id=\"+5\">y</tg-emoji>", "Invalid custom emoji identifier specified")]
    public void Wrong_markup_is_refused_in_telegrams_words(string html, string message)
    {
        var exception = Assert.Throws<MarkupException>(() => HtmlParser.Parse(html));

        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public void An_empty_tag_makes_no_entity()
    {
        Assert.Empty(HtmlParser.Parse("x<b></b>").Entities);
    }
}
