using TelegramSandbox.Entities;

namespace TelegramSandbox.Tests.Entities;

public sealed class EntityRulesTests
{
    [Fact]
    public void Space_at_both_ends_is_trimmed_and_entities_move_along()
    {
        var cleaned = Clean("\n <b> x </b> y \n");

        Assert.Equal("x  y", cleaned.Text);
        Assert.Equal(new SandboxEntity("bold", 0, 2), Assert.Single(cleaned.Entities));
    }

    [Fact]
    public void Carriage_returns_disappear()
    {
        var cleaned = Clean("a\r\n<b>b</b>");

        Assert.Equal("a\nb", cleaned.Text);
        Assert.Equal(new SandboxEntity("bold", 2, 1), Assert.Single(cleaned.Entities));
    }

    [Theory]
    [InlineData("<blockquote>a<blockquote expandable>b</blockquote></blockquote>", "blockquote")]
    [InlineData("<code>a<b>b</b></code>", "code")]
    [InlineData("<pre>a <i>b</i></pre>", "pre")]
    [InlineData("<b>a<b>b</b></b>", "bold")]
    public void What_may_not_nest_is_dropped(string html, string kept)
    {
        Assert.Equal(kept, Assert.Single(Clean(html).Entities).Type);
    }

    [Fact]
    public void An_outer_entity_comes_before_an_inner_one()
    {
        Assert.Equal(["bold", "italic"], Clean("<b><i>a</i>b</b>").Entities.Select(entity => entity.Type));
    }

    [Theory]
    [InlineData("/start", "bot_command", "/start")]
    [InlineData("see /help@cstobot now", "bot_command", "/help@cstobot")]
    [InlineData("ask @cstobot_sandbox_bot, please", "mention", "@cstobot_sandbox_bot")]
    [InlineData("at https://odkb-csto.org/news?id=1.", "url", "https://odkb-csto.org/news?id=1")]
    [InlineData("at odkb-csto.org today", "url", "odkb-csto.org")]
    [InlineData("write to a.b@odkb-csto.org", "email", "a.b@odkb-csto.org")]
    [InlineData("about #ОДКБ", "hashtag", "#ОДКБ")]
    public void Commands_mentions_and_addresses_are_found(string text, string type, string part)
    {
        var found = Assert.Single(Clean(text).Entities);

        Assert.Equal(type, found.Type);
        Assert.Equal(part, text.Substring(found.Offset, found.Length));
    }

    [Theory]
    [InlineData("and/or 1/2 a/b")]
    [InlineData("mail me@ or @me")]
    [InlineData("<code>/start @cstobot</code>")]
    [InlineData("file.txt and e.g. this")]
    public void Nothing_else_is_taken_for_one(string html)
    {
        Assert.DoesNotContain(Clean(html).Entities, entity => entity.Type is not "code");
    }

    [Theory]
    [InlineData("<b>a <i>b</i></b> &lt;c&gt; &amp;")]
    [InlineData("<blockquote expandable>a <a href=\"https://a.org/\">b</a></blockquote>")]
    [InlineData("<pre><code class=\"language-sql\">select 1</code></pre>")]
    public void The_html_of_a_text_produces_the_same_text_again(string html)
    {
        var cleaned = Clean(html);

        Assert.Equal(html, HtmlRenderer.Render(cleaned.Text, cleaned.Entities));
    }

    private static FormattedText Clean(string html) => EntityRules.Clean(HtmlParser.Parse(html));
}
