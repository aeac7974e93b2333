using System.Text;

namespace TelegramSandbox.Entities;

/// <summary>Telegram's MarkdownV2, with its error texts and offsets in UTF-8 bytes.</summary>
internal sealed class MarkdownParser
{
    private const string Reserved = "_*[]()~`>#+-=|{}.!";

    private readonly byte[] text;
    private readonly MarkupOutput output = new();
    private readonly Stack<OpenMark> open = [];
    private readonly List<SandboxEntity> entities = [];
    private int position;
    private bool canQuote = true;
    private OpenMark? quote;

    private MarkdownParser(string markdown) => text = Encoding.UTF8.GetBytes(markdown);

    private bool IsInCode => open.TryPeek(out var mark) && mark.Mark is "`" or "```";

    /// <exception cref="MarkupException">The markup is not Telegram's.</exception>
    public static FormattedText Parse(string markdown) => new MarkdownParser(markdown).Run();

    private FormattedText Run()
    {
        while (position < text.Length)
        {
            Step();
        }

        EndQuote();
        if (open.TryPeek(out var unclosed))
        {
            throw new MarkupException($"Can't find end of {MarkdownMarks.Name(unclosed.Mark)} entity at byte offset {unclosed.Begin}");
        }

        return new FormattedText(output.ToString(), entities);
    }

    private void Step()
    {
        var current = text[position];
        if (current == '\\' && position + 1 < text.Length && text[position + 1] is > 0 and < 127)
        {
            output.Byte(text[position + 1]);
            position += 2;
            canQuote = false;
        }
        else if (current == '\n')
        {
            EndLine();
        }
        else if (canQuote && !IsInCode && current == '>')
        {
            quote ??= new OpenMark(">", position, output.Offset, output.Position);
            position++;
            canQuote = false;
        }
        else
        {
            MarkOrPlain(current);
        }
    }

    private void EndLine()
    {
        var continues = position + 1 < text.Length && text[position + 1] == '>';
        if (!IsInCode && !continues)
        {
            EndQuote();
        }

        output.Byte((byte)'\n');
        position++;
        canQuote = !IsInCode;
    }

    private void EndQuote()
    {
        if (quote is null)
        {
            return;
        }

        if (open.TryPeek(out var inner) && inner.Begin > quote.Begin)
        {
            // "||" at the end of a quotation that opened nothing makes it expandable.
            if (inner.Mark == "||" && inner.Position == output.Position)
            {
                open.Pop();
                Add(quote, "expandable_blockquote");
                return;
            }

            throw new MarkupException($"Can't find end of {MarkdownMarks.Name(inner.Mark)} entity at byte offset {inner.Begin}");
        }

        Add(quote, "blockquote");
    }

    private void Add(OpenMark mark, string type)
    {
        quote = mark == quote ? null : quote;
        if (output.Offset > mark.Offset)
        {
            entities.Add(new SandboxEntity(type, mark.Offset, output.Offset - mark.Offset));
        }
    }

    private void MarkOrPlain(byte current)
    {
        if (!Reserved.Contains((char)current, StringComparison.Ordinal) || (IsInCode && current != '`'))
        {
            output.Byte(current);
            position++;
            canQuote = false;
            return;
        }

        var begin = position;
        var mark = MarkdownMarks.ReadOrNull(text, position, open.TryPeek(out var inner) ? inner.Mark : "")
            ?? throw new MarkupException($"Character '{(char)current}' is reserved and must be escaped with the preceding '\\'");
        position += mark.Length;
        if (open.TryPeek(out var last) && MarkdownMarks.Closes(last.Mark, mark))
        {
            Close(open.Pop());
        }
        else if (mark == "]")
        {
            throw new MarkupException("Character ']' is reserved and must be escaped with the preceding '\\'");
        }
        else
        {
            Open(mark, begin);
        }
    }

    private void Open(string mark, int begin)
    {
        var language = mark == "```" ? MarkdownMarks.Language(text, ref position) : "";
        open.Push(new OpenMark(mark, begin, output.Offset, output.Position) { Language = language });
    }

    private void Close(OpenMark mark)
    {
        var length = output.Offset - mark.Offset;
        var address = mark.Mark is "[" or "![" ? MarkdownMarks.Address(text, ref position) : "";
        if (length > 0 && MarkdownMarks.EntityOrNull(mark, length, address, output.Since(mark.Position)) is { } entity)
        {
            entities.Add(entity);
        }
    }
}

/// <summary>A mark that is not closed yet.</summary>
/// <param name="Begin">Where it stands, in bytes of the markup.</param>
/// <param name="Offset">Where its content begins, in UTF-16 units of the plain text.</param>
/// <param name="Position">The same in bytes.</param>
internal sealed record OpenMark(string Mark, int Begin, int Offset, int Position)
{
    public string Language { get; init; } = "";
}
