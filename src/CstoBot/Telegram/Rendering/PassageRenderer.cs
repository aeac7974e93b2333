using CstoBot.Conversations;
using CstoBot.Verification;

namespace CstoBot.Telegram.Rendering;

/// <summary>Writes the passage behind a citation, with the quote highlighted where it stands.</summary>
internal static class PassageRenderer
{
    public static IReadOnlyList<RenderedMessage> Render(Citation citation, Language language)
    {
        var texts = BotTexts.For(language);
        var blocks = new List<Block>
        {
            Block.Paragraph(SourceList.Line($"[{citation.Number}] ", citation, language)),
            new(BlockKind.Quote, Passage(citation.Passage)),
        };

        if (citation.Url is not null)
        {
            blocks.Add(Block.Paragraph(new Span(texts.Original, Link: citation.Url)));
        }

        return RenderedMessage.From(blocks, new Keyboard([[new Button(texts.Close, new ButtonData.Close().ToString())]]));
    }

    private static List<Span> Passage(QuotedPassage passage)
    {
        var before = passage.Before.TrimStart();
        var after = passage.After.TrimEnd();
        var spans = new List<Span> { new(passage.Quote, TextStyle.Highlighted) };
        if (before.Length > 0)
        {
            spans.Insert(0, new Span($"… {before}"));
        }

        if (after.Length > 0)
        {
            spans.Add(new Span($"{after} …"));
        }

        return spans;
    }
}
