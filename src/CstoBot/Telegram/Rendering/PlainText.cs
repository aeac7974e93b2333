using System.Buffers;
using System.Globalization;
using System.Text;

namespace CstoBot.Telegram.Rendering;

/// <summary>Makes text from outside fit to be shown: nothing that Telegram refuses, nothing that deceives the eye.</summary>
internal static class PlainText
{
    // Embeddings, overrides and isolates can make a title read backwards or swallow what follows it. The marks U+200E and U+200F stay.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(IsSuspect)));

    /// <summary>Without control and direction-overriding characters, lone surrogates replaced, line ends as <c>\n</c>.</summary>
    public static string Clean(string text) => text.AsSpan().ContainsAny(Suspects) ? Rewrite(text) : text;

    /// <summary>Cleaned, and on one line.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>At most <paramref name="limit"/> UTF-16 units, cut between visible characters and then ended by "…".</summary>
    public static string Shorten(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var cut = 0;
        for (var next = 0; next <= limit - 1; next += StringInfo.GetNextTextElementLength(text, next))
        {
            cut = next;
        }

        return string.Concat(text.AsSpan(0, cut).TrimEnd(), "…");
    }

    private static string Rewrite(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value == '\r')
            {
                clean.Append('\n');
            }
            else if (!rune.IsBmp || !IsSuspect((char)rune.Value))
            {
                // A lone surrogate is enumerated as U+FFFD.
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    private static bool IsSuspect(char character) =>
        char.IsSurrogate(character)
        || (char.IsControl(character) && character is not ('\n' or '\t'))
        || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
