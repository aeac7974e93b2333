using CstoBot.Telegram.Rendering;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class MessageSplitterTests
{
    [Fact]
    public void Writes_a_short_text_as_one_message()
    {
        var message = Assert.Single(MessageSplitter.Split([Block.Paragraph("One <two> & \"three\"."), new Block(BlockKind.Quote, [new Span("q", TextStyle.Bold)])]));

        Assert.Equal("One &lt;two&gt; &amp; &quot;three&quot;.\n<blockquote><b>q</b></blockquote>", message.Html);
        Assert.Equal("One <two> & \"three\".\nq", message.Plain);
    }

    [Fact]
    public void Parts_between_paragraphs_before_it_cuts_one()
    {
        var messages = MessageSplitter.Split([Block.Paragraph(new string('a', 30)), Block.Paragraph(new string('b', 30)), Block.Paragraph("c")], limit: 40);

        Assert.Equal([new string('a', 30), new string('b', 30) + "\n\nc"], messages.Select(message => message.Plain));
    }

    [Fact]
    public void Cuts_a_long_paragraph_after_a_sentence()
    {
        var messages = MessageSplitter.Split([Block.Paragraph("First sentence. Second one is longer.")], limit: 30);

        Assert.Equal(["First sentence. ", "Second one is longer."], messages.Select(message => message.Plain));
    }

    [Fact]
    public void Keeps_the_length_that_Telegram_counts_not_that_of_the_markup()
    {
        var text = new string('&', 4096);

        Assert.Equal(text, Assert.Single(MessageSplitter.Split([Block.Paragraph(text)])).Plain);
    }

    [Fact]
    public void Never_parts_a_sentence_from_its_markers()
    {
        foreach (var length in Enumerable.Range(1, 60))
        {
            var statement = Block.Paragraph(new Span(new string('w', length)), new Span(" [1][2]", Glued: true));

            var messages = MessageSplitter.Split([statement], limit: 20);

            Assert.Matches(@"w \[1\]\[2\]$", messages[^1].Plain);
            Assert.Equal(statement.Plain, string.Concat(messages.Select(message => message.Plain)));
        }
    }

    [Fact]
    public void Never_cuts_a_character_in_two()
    {
        var family = "👨‍👩‍👧‍👦";
        var text = string.Concat(Enumerable.Repeat(family, 9));

        var messages = MessageSplitter.Split([Block.Paragraph(text)], limit: 40);

        Assert.All(messages, message => Assert.Equal(0, message.Plain.Length % family.Length));
        Assert.Equal(text, string.Concat(messages.Select(message => message.Plain)));
    }

    [Fact]
    public void Closes_and_opens_the_markup_at_a_cut()
    {
        var messages = MessageSplitter.Split([new Block(BlockKind.Quote, [new Span("before "), new Span("bold bold bold", TextStyle.Bold)])], limit: 12);

        Assert.Equal(["<blockquote>before <b>bold </b></blockquote>", "<blockquote><b>bold bold</b></blockquote>"], messages.Select(message => message.Html));
    }

    [Fact]
    public void Sends_nothing_for_nothing() => Assert.Empty(MessageSplitter.Split([Block.Paragraph(" \n "), Block.Paragraph("\0")]));
}
