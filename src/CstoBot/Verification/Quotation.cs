using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using CstoBot.Ingestion;

namespace CstoBot.Verification;

/// <summary>Makes a readable quotation of a span: unpaired marks at its edges left out, white space evened, quotation marks around.</summary>
internal static partial class Quotation
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”«»„");

    /// <summary>The span without the mark of a heading or an item before it, and without a quotation mark at its edge whose partner stands outside.</summary>
    public static TextSpan Tidy(string text, TextSpan span)
    {
        span = WithoutLineMark(text, span.Trim(text));
        if (span.Length > 2 && IsMark(text[span.Start]) && (IsUnpaired(text, span) || IsWrapped(text, span)))
        {
            span = TextSpan.FromBounds(span.Start + 1, span.End).Trim(text);
        }

        if (span.Length > 2 && IsMark(text[span.End - 1]) && IsUnpaired(text, span))
        {
            span = TextSpan.FromBounds(span.Start, span.End - 1).Trim(text);
        }

        return span;
    }

    /// <summary>
    /// The quote as it is shown: <c>“…”</c>, white space collapsed, quotation marks inside as single ones, those whose partner
    /// stands outside left out (a mark behind a number may be inches), and a footnote's <c>[4]</c> as <c>(4)</c>, for square brackets are the bot's own markers.
    /// </summary>
    public static string Show(string quote) => $"“{Footnote().Replace(WithInnerMarks(Whitespace.Collapse(quote)), "($1)")}”";

    private static string WithInnerMarks(string quote)
    {
        if (quote.AsSpan().IndexOfAny(Marks) < 0)
        {
            return quote;
        }

        var shown = new StringBuilder(quote);
        var open = new Stack<int>();
        var alone = new List<int>();
        for (var index = 0; index < quote.Length; index++)
        {
            if (!IsMark(quote[index]))
            {
                continue;
            }

            var opens = Opens(quote, index);
            shown[index] = opens ? '‘' : '’';
            if (opens)
            {
                open.Push(index);
            }
            else if (!open.TryPop(out _) && !char.IsAsciiDigit(quote[Math.Max(0, index - 1)]))
            {
                alone.Add(index);
            }
        }

        foreach (var index in alone.Concat(open).OrderDescending())
        {
            shown.Remove(index, 1);
        }

        return shown.ToString();
    }

    private static bool Opens(string quote, int index) => quote[index] is '„' or '«'
        || quote[index] != '»' && (index == 0 || char.IsWhiteSpace(quote[index - 1]) || quote[index - 1] is '(' or '[' or '—' or '-');

    /// <summary>"# ", "- ", "* ": how plain text marks headings and items; no part of what they say.</summary>
    private static TextSpan WithoutLineMark(string text, TextSpan span)
    {
        var mark = LineMark().Match(text, span.Start, span.Length);
        return mark.Length < span.Length ? TextSpan.FromBounds(span.Start + mark.Length, span.End) : span;
    }

    private static bool IsMark(char character) => Marks.Contains(character);

    private static bool IsUnpaired(string text, TextSpan span)
    {
        var marks = 0;
        foreach (var character in span.In(text))
        {
            marks += IsMark(character) ? 1 : 0;
        }

        return marks % 2 == 1;
    }

    /// <summary>One pair of marks around the whole: the bot's own marks take its place.</summary>
    private static bool IsWrapped(string text, TextSpan span) =>
        IsMark(text[span.End - 1]) && span.In(text)[1..^1].IndexOfAny(Marks) < 0;

    [GeneratedRegex(@"\G(?:(?:#{1,6}|[-–—*+•·▪>])\s+)+", RegexOptions.CultureInvariant)]
    private static partial Regex LineMark();

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Footnote();
}
