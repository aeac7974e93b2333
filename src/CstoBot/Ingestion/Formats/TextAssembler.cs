using System.Text;

namespace CstoBot.Ingestion.Formats;

/// <summary>Puts the text of a marked-up document together: blocks parted by blank lines, and where headings and pages stand.</summary>
internal sealed class TextAssembler(ReadingLimits limits)
{
    private readonly StringBuilder text = new();
    private readonly List<HeadingLine> headings = [];
    private readonly List<int> pageStarts = [];

    /// <summary>Whether nothing has been added yet.</summary>
    public bool IsEmpty => text.Length == 0;

    /// <summary>Adds a block of its own: a paragraph, a list or a table with a line for each item.</summary>
    public void AddBlock(string block)
    {
        if (!string.IsNullOrWhiteSpace(block))
        {
            Begin(block.Length);
            text.Append(block);
        }
    }

    /// <param name="line">Without line breaks.</param>
    /// <param name="level">1 for the highest.</param>
    public void AddHeading(string line, int level)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            Begin(line.Length);
            headings.Add(new HeadingLine(new TextSpan(text.Length, line.Length), level));
            text.Append(line);
        }
    }

    /// <summary>What is added next stands on a new page.</summary>
    public void BeginPage() => pageStarts.Add(pageStarts.Count == 0 ? 0 : text.Length);

    /// <summary>A page began within the block added last.</summary>
    /// <param name="fromEnd">So many characters before its end.</param>
    public void BeginPageWithin(int fromEnd) => pageStarts.Add(text.Length - fromEnd);

    /// <exception cref="UnreadableDocumentException">There is no text.</exception>
    public ExtractedText Close(DocumentMetadata stated, string empty = "holds no text") => text.Length == 0
        ? throw new UnreadableDocumentException(empty)
        : new ExtractedText(text.ToString(), stated, headings.Count == 0 ? null : headings, pageStarts);

    private void Begin(int length)
    {
        if (text.Length > 0)
        {
            text.Append("\n\n");
        }

        limits.CheckLength(text.Length + length);
    }
}
