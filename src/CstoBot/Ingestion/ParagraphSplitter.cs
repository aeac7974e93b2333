namespace CstoBot.Ingestion;

/// <summary>
/// Finds the paragraphs of plain text. A blank line always parts two; a single line break does too, unless the
/// line was wrapped: it ends in the middle of a sentence and the next one goes on in lower case.
/// </summary>
internal static class ParagraphSplitter
{
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        var paragraphs = new List<TextSpan>();
        TextSpan? open = null;
        foreach (var line in Lines(text))
        {
            if (line.Length == 0)
            {
                Close();
            }
            else if (open is { } paragraph && IsWrapped(text, paragraph, line))
            {
                open = TextSpan.FromBounds(paragraph.Start, line.End);
            }
            else
            {
                Close();
                open = line;
            }
        }

        Close();
        return paragraphs;

        void Close()
        {
            if (open is { } paragraph)
            {
                paragraphs.Add(paragraph);
                open = null;
            }
        }
    }

    /// <summary>Lines without the white space around them; an empty span for a blank line.</summary>
    private static IEnumerable<TextSpan> Lines(string text)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r', '\f');
            end = end < 0 ? text.Length : start + end;
            yield return TextSpan.FromBounds(start, end).Trim(text);

            // A carriage return with its line feed is one break, not a blank line.
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
    }

    private static bool IsWrapped(string text, TextSpan paragraph, TextSpan line) =>
        !SentenceMarks.IsEnd(text[paragraph.End - 1])
        && text[paragraph.End - 1] is not (':' or ';')
        && (char.IsLower(text[line.Start]) || char.IsLower(text[paragraph.End - 1]) && char.IsLetter(text[line.Start]) && IsLong(text, paragraph));

    // Text files are wrapped at 60 to 100 columns; a shorter line that ends without a mark is a heading or a list item.
    private static bool IsLong(string text, TextSpan paragraph)
    {
        var lastBreak = paragraph.In(text).LastIndexOf('\n');
        return paragraph.Length - (lastBreak + 1) is >= 60 and <= 120;
    }
}
