using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CstoBot.Ingestion.Formats.Encodings;

namespace CstoBot.Ingestion.Formats.Html;

/// <summary>Reads a saved web page: its main content and what its head says of it. Scripts are not run, nothing is loaded.</summary>
internal static partial class HtmlReader
{
    // Pages name their encoding in their first kilobyte; some put comments before it.
    private const int MetaWindow = 4_096;

    public static ExtractedText Read(byte[] content, ReadingLimits limits)
    {
        var markup = Decode(content);
        var document = Parse(markup);
        var stated = HtmlMetadata.Read(document);
        var main = HtmlContent.MainOf(document);
        var assembler = new TextAssembler(limits);
        if (HtmlContent.HeadlineOutsideOrNull(document, main) is { } headline)
        {
            assembler.AddHeading(headline, 1);
        }

        new HtmlBlocks(assembler).Add(main);
        var extracted = assembler.Close(stated);
        return extracted with { Stated = HtmlMetadata.Agreed(stated, extracted.Text) };
    }

    /// <summary>The text of a piece of HTML within another document, on lines of its own.</summary>
    public static string TextOf(string markup)
    {
        var document = Parse(markup);
        HtmlContent.RemoveUnread(document);
        var assembler = new TextAssembler(new ReadingLimits(1, int.MaxValue));
        if (document.Body is { } body)
        {
            new HtmlBlocks(assembler).Add(body);
        }

        return assembler.IsEmpty ? string.Empty : assembler.Close(DocumentMetadata.Unknown).Text;
    }

    private static IHtmlDocument Parse(string markup)
    {
        HtmlDepth.Check(markup);
        return new HtmlParser(new HtmlParserOptions { IsScripting = false, IsKeepingSourceReferences = false }).ParseDocument(markup);
    }

    private static string Decode(byte[] content)
    {
        if (TextDecoder.ByMarkOrNull(content) is { } marked)
        {
            return marked;
        }

        var head = Encoding.Latin1.GetString(content.AsSpan(0, Math.Min(content.Length, MetaWindow)));
        return DeclaredCharset().Match(head) is { Success: true } declared && TextDecoder.DecodeAsOrNull(content, declared.Groups["name"].Value) is { } text && !text.Contains('\0')
            ? text
            : TextDecoder.Decode(content);
    }

    [GeneratedRegex("""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeclaredCharset();
}
