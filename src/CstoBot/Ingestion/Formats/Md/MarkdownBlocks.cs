using System.Globalization;
using System.Text;
using CstoBot.Ingestion.Formats.Html;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CstoBot.Ingestion.Formats.Md;

/// <summary>Turns the blocks of a Markdown text into blocks of plain text. Markdig bounds how deep they nest.</summary>
internal sealed class MarkdownBlocks(TextAssembler assembler)
{
    public void Add(ContainerBlock container)
    {
        foreach (var block in container)
        {
            Add(block);
        }
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case YamlFrontMatterBlock:
                break;
            case HeadingBlock heading:
                assembler.AddHeading(Text(heading.Inline), heading.Level);
                break;
            case HtmlBlock html:
                assembler.AddBlock(HtmlReader.TextOf(html.Lines.ToString()));
                break;
            case CodeBlock code:
                assembler.AddBlock(CleanText.Lines(code.Lines.ToString()));
                break;
            case ListBlock list:
                assembler.AddBlock(string.Join('\n', Items(list, 0)));
                break;
            case Table table:
                assembler.AddBlock(string.Join('\n', table.OfType<TableRow>().Select(Row)));
                break;
            case LeafBlock leaf:
                assembler.AddBlock(Text(leaf.Inline));
                break;
            case ContainerBlock container:
                Add(container);
                break;
            default:
                break;
        }
    }

    private static IEnumerable<string> Items(ListBlock list, int depth)
    {
        var number = int.TryParse(list.OrderedStart ?? list.DefaultOrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            foreach (var block in item)
            {
                foreach (var line in Lines(block, depth))
                {
                    yield return block is ListBlock ? line : new string(' ', 2 * depth) + mark + line;
                    mark = "  ";
                }
            }
        }
    }

    private static IEnumerable<string> Lines(Block block, int depth) => block switch
    {
        ListBlock list => Items(list, depth + 1),
        CodeBlock code => [CleanText.Lines(code.Lines.ToString())],
        LeafBlock leaf => Text(leaf.Inline) is { Length: > 0 } text ? [text] : [],
        Table table => table.OfType<TableRow>().Select(Row),
        ContainerBlock container => container.SelectMany(inner => Lines(inner, depth)),
        _ => [],
    };

    private static string Row(TableRow row) =>
        string.Join(" | ", row.OfType<TableCell>().Select(cell => string.Join(' ', cell.SelectMany(block => Lines(block, 0)))));

    private static string Text(ContainerInline? inline)
    {
        var text = new StringBuilder();
        Append(text, inline);
        return CleanText.Line(text.ToString());
    }

    private static void Append(StringBuilder text, Inline? inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case LineBreakInline:
            case HtmlInline { Tag: var tag } when tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                text.Append(' ');
                break;
            case LinkInline { IsImage: true }:
            case FootnoteLink:
                break;
            case ContainerInline container:
                foreach (var inner in container)
                {
                    Append(text, inner);
                }

                break;
            default:
                break;
        }
    }
}
