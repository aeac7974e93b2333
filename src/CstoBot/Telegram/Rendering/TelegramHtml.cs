using System.Text;

namespace CstoBot.Telegram.Rendering;

/// <summary>Writes blocks as Telegram's HTML. The only place that writes a tag.</summary>
internal static class TelegramHtml
{
    /// <summary>What Telegram accepts in one message, in UTF-16 units of the text without its markup.</summary>
    public const int MaxLength = 4096;

    public static MessageText Write(IReadOnlyList<Block> blocks)
    {
        var html = new StringBuilder();
        var plain = new StringBuilder();
        for (var index = 0; index < blocks.Count; index++)
        {
            var separator = index == 0 ? "" : Separator(blocks[index - 1], blocks[index]);
            html.Append(separator);
            plain.Append(separator).Append(blocks[index].Plain);
            WriteBlock(html, blocks[index]);
        }

        return new MessageText(html.ToString(), plain.ToString());
    }

    /// <summary>Paragraphs are parted by an empty line; a quotation stands apart by itself.</summary>
    public static string Separator(Block before, Block after) =>
        before.Kind == BlockKind.Paragraph && after.Kind == BlockKind.Paragraph ? "\n\n" : "\n";

    private static void WriteBlock(StringBuilder html, Block block)
    {
        var (open, close) = block.Kind switch
        {
            BlockKind.Quote => ("<blockquote>", "</blockquote>"),
            BlockKind.FoldedQuote => ("<blockquote expandable>", "</blockquote>"),
            _ => ("", ""),
        };

        html.Append(open);
        foreach (var span in block.Spans)
        {
            WriteSpan(html, span);
        }

        html.Append(close);
    }

    private static void WriteSpan(StringBuilder html, Span span)
    {
        var (open, close) = span.Style switch
        {
            TextStyle.Bold => ("<b>", "</b>"),
            TextStyle.Italic => ("<i>", "</i>"),
            TextStyle.Highlighted => ("<b><u>", "</u></b>"),
            _ => ("", ""),
        };

        var link = span.Link is { IsAbsoluteUri: true, Scheme: "http" or "https" } ? span.Link.AbsoluteUri : null;
        html.Append(link is null ? "" : $"<a href=\"{Escape(link)}\">");
        html.Append(open).Append(Escape(span.Text)).Append(close);
        html.Append(link is null ? "" : "</a>");
    }

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
