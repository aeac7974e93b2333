using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Reads a PDF's text in reading order, with its headings and where its pages begin.</summary>
internal static class PdfReader
{
    private const string NoText = "holds no text (a scan?)";

    public static ExtractedText Read(byte[] content, ReadingLimits limits)
    {
        using var document = Open(content);
        limits.CheckPages(document.NumberOfPages);
        var order = new ReadingOrder();
        foreach (var page in RunningLines.Remove(Pages(document, limits)))
        {
            order.Add(page);
        }

        var lines = ContentsList.Remove(order.Lines);
        return lines.Count == 0
            ? throw new UnreadableDocumentException(NoText)
            : Assemble(lines, document.NumberOfPages, limits, Stated.ByFile(title: Stated.TitleOfPropertiesOrNull(document.Information.Title)));
    }

    private static PdfDocument Open(byte[] content)
    {
        try
        {
            return PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new UnreadableDocumentException("is encrypted with a password");
        }
    }

    private static List<(double Height, IReadOnlyList<PdfFragment> Fragments)> Pages(PdfDocument document, ReadingLimits limits)
    {
        var pages = new List<(double, IReadOnlyList<PdfFragment>)>();
        var fragmentsOfPages = new PdfFragments();
        var (length, unknown) = (0, 0);
        foreach (var page in document.GetPages())
        {
            var fragments = fragmentsOfPages.Of(page);
            length += fragments.Sum(fragment => fragment.Text.Length);
            unknown += fragments.Sum(fragment => fragment.Text.Count(character => character is '\uFFFD' or (>= '\uE000' and <= '\uF8FF')));
            limits.CheckLength(length);
            pages.Add((page.Height, fragments));
        }

        return unknown * 3 > length && length > 0
            ? throw new UnreadableDocumentException("holds text whose fonts do not say which letters they show")
            : pages;
    }

    private static ExtractedText Assemble(IReadOnlyList<PdfLine> lines, int pages, ReadingLimits limits, DocumentMetadata stated)
    {
        var paragraphs = new PdfParagraphs(lines);
        var hyphenation = new Hyphenation(lines.Select(line => line.Text).ToList());
        var (body, notes) = FootNotes.Apart(lines);
        var split = FootNotes.Merge(paragraphs.Split(body), paragraphs.Split(notes)).Select(paragraph => (Lines: paragraph, Prominence: paragraphs.ProminenceOrNull(paragraph))).ToList();
        var sizes = split.Select(paragraph => paragraph.Prominence).OfType<double>().Distinct().OrderDescending().ToList();
        var assembler = new TextAssembler(limits);
        var page = 0;
        foreach (var (paragraph, prominence) in split)
        {
            page = BeginPages(assembler, page, paragraph[0].Page);
            var (text, pageBreaks) = Join(paragraph, hyphenation);
            if (prominence is { } size)
            {
                assembler.AddHeading(text, Math.Min(sizes.IndexOf(size) + 1, 6));
            }
            else
            {
                assembler.AddBlock(text);
            }

            foreach (var place in pageBreaks)
            {
                assembler.BeginPageWithin(text.Length - place);
                page++;
            }
        }

        BeginPages(assembler, page, pages);
        return assembler.Close(stated, NoText);
    }

    private static int BeginPages(TextAssembler assembler, int page, int upTo)
    {
        for (; page < upTo; page++)
        {
            assembler.BeginPage();
        }

        return page;
    }

    /// <summary>The paragraph's text and where, in it, pages begin.</summary>
    private static (string Text, IReadOnlyList<int> PageBreaks) Join(IReadOnlyList<PdfLine> paragraph, Hyphenation hyphenation)
    {
        var text = new StringBuilder();
        var pageBreaks = new List<int>();
        for (var index = 0; index < paragraph.Count; index++)
        {
            for (var page = index == 0 ? paragraph[0].Page : paragraph[index - 1].Page; page < paragraph[index].Page; page++)
            {
                pageBreaks.Add(text.Length);
            }

            text.Append(index == paragraph.Count - 1 ? paragraph[index].Text : paragraph[index].IsRow ? paragraph[index].Text + "\n" : hyphenation.End(paragraph[index].Text, paragraph[index + 1].Text));
        }

        return (text.ToString(), pageBreaks);
    }
}
