using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CstoBot.Ingestion.Formats.Word;

/// <summary>Turns paragraphs and tables into blocks of plain text. Notes and text boxes follow the block that they belong to.</summary>
internal sealed class WordBlocks(TextAssembler assembler, WordStyles styles, WordNumbering numbering, WordNotes notes)
{
    // A cell with so much is no cell: the table lays the page out.
    private const int MaxCellParagraphs = 3;
    private const int MaxCell = 500;
    private const int MaxDepth = 8;

    private readonly WordText reader = new(styles);
    private readonly List<string> list = [];
    private readonly List<string> pending = [];
    private int depth;

    /// <param name="element">A paragraph, a table or a field of a form with some of these; anything else is no text.</param>
    public void Add(OpenXmlElement element)
    {
        switch (element)
        {
            case Paragraph paragraph:
                Add(paragraph);
                break;
            case Table table:
                Add(table);
                break;
            case SdtBlock { SdtContentBlock: { } content } field when field.SdtProperties?.GetFirstChild<ShowingPlaceholder>() is null:
                AddAll(content.ChildElements);
                break;
            default:
                break;
        }
    }

    public void EndList()
    {
        assembler.AddBlock(string.Join('\n', list));
        list.Clear();
        AddNotes();
    }

    private void Add(Paragraph paragraph)
    {
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        if (styles.IsOfContents(style) || styles.IsHidden(style))
        {
            return;
        }

        AddText(paragraph, style);
        pending.AddRange(NotesOf(paragraph));
        AddBoxes(paragraph);
    }

    private void Add(Table table)
    {
        EndList();
        if (depth < MaxDepth && table.Elements<TableRow>().SelectMany(Cells).Any(IsOfLayout))
        {
            AddAll(table.Elements<TableRow>().Where(IsKept).SelectMany(Cells).SelectMany(cell => cell.ChildElements));
            return;
        }

        var above = new Dictionary<int, string>();
        var rows = table.Elements<TableRow>().Where(IsKept).Select(row => string.Join(" | ", Cells(row).Select((cell, column) => CellText(cell, column, above)))).Where(row => row.Any(char.IsLetterOrDigit));
        assembler.AddBlock(string.Join('\n', rows));
        pending.AddRange(NotesOf(table));
        AddNotes();
        AddBoxes(table);
    }

    private void AddText(Paragraph paragraph, string? style)
    {
        var text = reader.Of(paragraph);
        if (text.Length == 0)
        {
            return;
        }

        var label = LabelOrNull(paragraph);
        if (HeadingLevelOrNull(text, paragraph, style) is { } level)
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

    private string? LabelOrNull(Paragraph paragraph) =>
        numbering.LabelOrNull(paragraph.ParagraphProperties?.NumberingProperties ?? styles.NumberingOrNull(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value));

    private IEnumerable<string> NotesOf(OpenXmlElement element) =>
        WordText.NotesOf(element).Select(notes.NoteOrNull).OfType<FootnoteEndnoteType>().Select(reader.Of).Where(note => note.Length > 0);

    private void AddNotes()
    {
        pending.ForEach(assembler.AddBlock);
        pending.Clear();
    }

    private void AddBoxes(OpenXmlElement element)
    {
        foreach (var box in WordText.TextBoxes(element))
        {
            EndList();
            AddAll(box.ChildElements);
            EndList();
        }
    }

    private void AddAll(IEnumerable<OpenXmlElement> children)
    {
        // Deeper ones are made to exhaust a reader.
        if (depth >= MaxDepth)
        {
            return;
        }

        depth++;
        foreach (var child in children)
        {
            Add(child);
        }

        depth--;
    }

    /// <summary>Also those within a field of a form.</summary>
    private static IEnumerable<TableCell> Cells(TableRow row) =>
        row.ChildElements.SelectMany(child => child is TableCell cell ? [cell] : child.Descendants<TableCell>());

    private static bool IsKept(TableRow row) => row.TableRowProperties?.GetFirstChild<Deleted>() is null;

    private bool IsOfLayout(TableCell cell) =>
        cell.ChildElements.OfType<Paragraph>().Skip(MaxCellParagraphs - 1).Any() && reader.Of(cell).Length > MaxCell;

    /// <summary>A cell that goes on from the row above says in each row what it says in the first.</summary>
    private string CellText(TableCell cell, int column, Dictionary<int, string> above)
    {
        var merge = cell.TableCellProperties?.VerticalMerge;
        if (merge is not null && merge.Val?.Value != MergedCellValues.Restart && above.TryGetValue(column, out var text))
        {
            return text;
        }

        return above[column] = CellText(cell);
    }

    private string CellText(TableCell cell) =>
        string.Join(' ', cell.ChildElements.Select(child => child is Paragraph paragraph && LabelOrNull(paragraph) is { } label and not "-" ? $"{label} {reader.Of(paragraph)}".TrimEnd() : reader.Of(child)).Where(text => text.Length > 0));

    // Longer ones are text that somebody formatted as a heading.
    private int? HeadingLevelOrNull(string text, Paragraph paragraph, string? style) =>
        text.Length > 300 ? null
        : paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } outline ? (outline < 9 ? outline + 1 : null)
        : styles.HeadingLevelOrNull(style);
}
