using System.Buffers;
using CstoBot.Ingestion;

namespace CstoBot.Composition;

/// <summary>Makes a readable quotation of a span: unpaired marks at its edges left out, white space evened, quotation marks around.</summary>
internal static class Quotation
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”«»„");

    /// <summary>The span without an opening or closing quotation mark whose partner stands outside it.</summary>
    public static TextSpan Tidy(string text, TextSpan span)
    {
        span = span.Trim(text);
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

    /// <summary>The quote as it is shown: <c>“…”</c>, white space collapsed.</summary>
    public static string Show(string quote) => $"“{Whitespace.Collapse(quote)}”";

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
}
