using CstoBot.Conversations;
using CstoBot.Ingestion;

namespace CstoBot.Telegram.Rendering;

/// <summary>Shows what a document is: its title, where it comes from, what it speaks of and how it begins.</summary>
internal static class DocumentRenderer
{
    private const int MaxHeadings = 20;
    private const int MaxHeadingLength = 150;
    private const int OpeningLength = 700;

    public static IReadOnlyList<RenderedMessage> Render(SourceDocument document, Language language)
    {
        var texts = CommandTexts.For(language);
        List<Block> blocks = [SourceList.Of(document, language, lead: "")];
        var headings = document.Sections.Select(section => section.Heading).OfType<string>().Distinct().ToList();
        if (headings.Count > 0)
        {
            blocks.Add(Block.Paragraph(new Span(texts.Headings, TextStyle.Bold), new Span("\n" + Lines(headings))));
        }

        blocks.Add(Block.Paragraph(new Span(texts.Beginning, TextStyle.Bold)));
        blocks.Add(new Block(BlockKind.Quote, [new Span(Opening(document))]));
        if (document.Metadata.Url is { } url)
        {
            blocks.Add(Block.Paragraph(new Span(BotTexts.For(language).Original, Link: url)));
        }

        return RenderedMessage.From(blocks);
    }

    private static string Lines(List<string> headings)
    {
        var lines = headings.Take(MaxHeadings).Select(heading => "• " + PlainText.Shorten(PlainText.OneLine(heading), MaxHeadingLength));
        return string.Join('\n', headings.Count > MaxHeadings ? lines.Append("…") : lines);
    }

    private static string Opening(SourceDocument document)
    {
        var paragraphs = document.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => PlainText.OneLine(paragraph.Of(document.Text)));
        var opening = "";
        foreach (var paragraph in paragraphs.Where(paragraph => paragraph.Length > 0))
        {
            opening += (opening.Length == 0 ? "" : "\n") + paragraph;
            if (opening.Length > OpeningLength)
            {
                break;
            }
        }

        return PlainText.Shorten(opening, OpeningLength);
    }
}
