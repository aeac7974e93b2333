using System.Buffers;
using System.Collections.Frozen;

namespace CstoBot.Ingestion.Formats.Html;

/// <summary>Refuses pages that nest deeper than any that people read: each element of a deep page makes the parser look through all those around it.</summary>
internal static class HtmlDepth
{
    private const int Max = 2_000;

    // Elements that only their own end closes. Paragraphs, items and cells end where the next begins and may be left open.
    private static readonly FrozenSet<string> Counted = new[]
    {
        "a", "article", "aside", "b", "big", "blockquote", "center", "code", "div", "dl", "em", "fieldset", "figure", "font", "footer", "form", "header", "i", "main", "nav",
        "ol", "s", "section", "small", "span", "strike", "strong", "sub", "sup", "svg", "table", "tt", "u", "ul",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <exception cref="UnreadableDocumentException">It nests too deeply.</exception>
    public static void Check(ReadOnlySpan<char> markup)
    {
        var names = Counted.GetAlternateLookup<ReadOnlySpan<char>>();
        var depth = 0;
        for (var place = markup.IndexOf('<'); place >= 0; place = markup.IndexOf('<'))
        {
            markup = markup[(place + 1)..];
            var closes = markup is ['/', ..];
            var name = markup[(closes ? 1 : 0)..];
            var length = name[..Math.Min(name.Length, 12)].IndexOfAnyExcept(Letters);
            if (length > 0 && names.Contains(name[..length]))
            {
                depth = closes ? Math.Max(0, depth - 1) : depth + 1;
                if (depth > Max)
                {
                    throw new UnreadableDocumentException("is nested too deeply");
                }
            }
        }
    }
}
