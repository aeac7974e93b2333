using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CstoBot.Ingestion.Formats.Word;

/// <summary>Turns paragraphs and tables into blocks of plain text.</summary>
internal sealed class WordBlocks(TextAssembler assembler, WordStyles styles, WordNumbering numbering)
{
    private readonly List<string> list = [];

    public void Add(Paragraph paragraph)
    {
        var text = Text(paragraph);
        if (text.Length == 0)
        {
            return;
        }

        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        var label = numbering.LabelOrNull(paragraph.ParagraphProperties?.NumberingProperties ?? styles.NumberingOrNull(style));
        if (HeadingLevelOrNull(paragraph, style) is { } level)
        {
            EndList();
            assembler.AddHeading(label is null or "-" ? text : $"{label} {text}", level);
        }
        else if (label is not null)
        {
            list.Add($"{label} {text}");
        }
        else
        {
            EndList();
            assembler.AddBlock(text);
        }
    }

    public void Add(Table table)
    {
        EndList();
        var rows = table.Elements<TableRow>().Select(row => string.Join(" | ", Cells(row).Select(Text))).Where(row => row.Any(char.IsLetterOrDigit));
        assembler.AddBlock(string.Join('\n', rows));
    }

    public void EndList()
    {
        assembler.AddBlock(string.Join('\n', list));
        list.Clear();
    }

    /// <summary>Also those within a field of a form.</summary>
    private static IEnumerable<TableCell> Cells(TableRow row) =>
        row.ChildElements.SelectMany(child => child is TableCell cell ? [cell] : child.Descendants<TableCell>());

    // Longer ones are text that somebody formatted as a heading.
    private int? HeadingLevelOrNull(Paragraph paragraph, string? style) =>
        Text(paragraph).Length > 300 ? null
        : paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } outline ? (outline < 9 ? outline + 1 : null)
        : styles.HeadingLevelOrNull(style);

    private static string Text(OpenXmlElement element)
    {
        var text = new StringBuilder();
        foreach (var part in element.Descendants())
        {
            switch (part)
            {
                case Text piece when IsShown(piece, element):
                    text.Append(piece.Text);
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case TabChar or Break or CarriageReturn or Paragraph or TableCell:
                    text.Append(' ');
                    break;
                default:
                    break;
            }
        }

        return CleanText.Line(text.ToString());
    }

    /// <summary>Not deleted, moved away, hidden or the second form of what newer programs show in another.</summary>
    private static bool IsShown(Text text, OpenXmlElement root)
    {
        if (text.Parent is Run { RunProperties.Vanish: { } vanish } && vanish.Val?.Value != false)
        {
            return false;
        }

        for (var ancestor = text.Parent; ancestor is not null && ancestor != root; ancestor = ancestor.Parent)
        {
            if (ancestor is DeletedRun or MoveFromRun or AlternateContentFallback)
            {
                return false;
            }
        }

        return true;
    }
}
