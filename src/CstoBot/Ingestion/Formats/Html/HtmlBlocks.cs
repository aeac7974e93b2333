using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace CstoBot.Ingestion.Formats.Html;

/// <summary>Turns a page's elements into blocks of plain text, one element after another: pages may nest deeper than calls can.</summary>
internal sealed class HtmlBlocks(TextAssembler assembler)
{
    private static readonly FrozenSet<string> BlockNames = new[]
    {
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "header", "hr",
        "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
        "h1", "h2", "h3", "h4", "h5", "h6",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Pages are laid out with tables within tables; deeper ones are made to keep a reader busy.
    private const int MaxTableDepth = 8;

    private readonly StringBuilder run = new();
    private readonly List<string> lines = [];
    private readonly List<string> cells = [];
    private readonly Stack<int> itemNumbers = new();
    private string mark = string.Empty;
    private int tables;
    private bool inRows;

    public void Add(INode root)
    {
        var open = new Stack<(INode Node, bool Leaving)>();
        open.Push((root, false));
        while (open.TryPop(out var next))
        {
            if (next.Leaving)
            {
                Leave((IElement)next.Node);
            }
            else if (next.Node is IText text)
            {
                run.Append(text.Data);
            }
            else if (next.Node is IElement element && Enter(element))
            {
                open.Push((element, true));
                for (var child = element.ChildNodes.Length - 1; child >= 0; child--)
                {
                    open.Push((element.ChildNodes[child], false));
                }
            }
        }

        EndBlock();
    }

    /// <summary>False when the element has been dealt with, its children too.</summary>
    private bool Enter(IElement element)
    {
        var name = element.LocalName;
        if (inRows)
        {
            run.Append(name is "tr" or "td" or "th" or "br" || BlockNames.Contains(name) ? " " : string.Empty);
            return true;
        }

        switch (name)
        {
            case "br":
                EndRun();
                return false;
            case "pre":
                EndBlock();
                assembler.AddBlock(CleanText.Lines(element.TextContent));
                return false;
            case "ul" or "ol":
                EndRun();
                itemNumbers.Push(name == "ol" ? int.TryParse(element.GetAttribute("start"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var start) ? start : 1 : 0);
                return true;
            case "li":
                EndRun();
                mark = Mark();
                return true;
            case "table":
                EndBlock();
                tables++;
                inRows = IsOfData(element);
                return true;
            default:
                if (BlockNames.Contains(name))
                {
                    EndBlockOutsideLists();
                }

                return true;
        }
    }

    private void Leave(IElement element)
    {
        var name = element.LocalName;
        switch (name)
        {
            case "td" or "th" when inRows:
                cells.Add(Taken());
                break;
            case "tr" when inRows:
                EndRow();
                break;
            case "caption" when inRows:
                lines.Add(Taken());
                break;
            case "table":
                EndRow();
                inRows = false;
                tables--;
                EndBlock();
                break;
            case "ul" or "ol" when !inRows:
                EndRun();
                itemNumbers.TryPop(out _);
                if (itemNumbers.Count == 0)
                {
                    EndBlock();
                }

                break;
            case ['h', >= '1' and <= '6'] when !inRows && itemNumbers.Count == 0:
                assembler.AddHeading(Taken(), name[1] - '0');
                break;
            default:
                if (!inRows && BlockNames.Contains(name))
                {
                    EndBlockOutsideLists();
                }

                break;
        }
    }

    /// <summary>Cells that hold tables or headings lay a page out.</summary>
    private bool IsOfData(IElement table) =>
        tables <= MaxTableDepth && table.QuerySelector("table, h1, h2, h3, article, ul, ol") is null && table.QuerySelector("td + td, td + th, th + td, th + th") is not null;

    private string Mark()
    {
        if (itemNumbers.Count == 0)
        {
            return "- ";
        }

        var number = itemNumbers.Pop();
        itemNumbers.Push(number > 0 ? number + 1 : 0);
        var indent = new string(' ', 2 * Math.Min(itemNumbers.Count - 1, 8));
        return number > 0 ? string.Create(CultureInfo.InvariantCulture, $"{indent}{number}. ") : $"{indent}- ";
    }

    private void EndRow()
    {
        if (cells.Any(cell => cell.Length > 0))
        {
            lines.Add(string.Join(" | ", cells));
        }

        cells.Clear();
    }

    private string Taken()
    {
        var line = CleanText.Line(run.ToString());
        run.Clear();
        return line;
    }

    private void EndRun()
    {
        var line = Taken();
        if (line.Length > 0)
        {
            lines.Add(mark + line);
            mark = itemNumbers.Count > 0 ? new string(' ', 2 * Math.Min(itemNumbers.Count, 9)) : string.Empty;
        }
        else if (itemNumbers.Count == 0)
        {
            // Two breaks in a row part paragraphs.
            EndLines();
        }
    }

    private void EndBlockOutsideLists()
    {
        EndRun();
        if (itemNumbers.Count == 0)
        {
            EndLines();
        }
    }

    private void EndBlock()
    {
        EndRun();
        EndLines();
        mark = string.Empty;
    }

    private void EndLines()
    {
        assembler.AddBlock(string.Join('\n', lines));
        lines.Clear();
    }
}
