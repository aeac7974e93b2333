using System.Globalization;
using System.Text;

namespace TelegramSandbox.Entities;

/// <summary>Character references: Telegram knows four names and all numbers.</summary>
internal static class HtmlReference
{
    private const int LongestNumber = 10;

    /// <summary>Reads a reference that begins at an ampersand.</summary>
    /// <returns>Null when there is none: the ampersand then stands for itself.</returns>
    public static (Rune Character, int Next)? ReadOrNull(ReadOnlySpan<byte> text, int position)
    {
        var end = position + 1;
        if (end >= text.Length)
        {
            return null;
        }

        return text[end] == '#' ? Number(text, end + 1) : Name(text, end);
    }

    private static (Rune, int)? Number(ReadOnlySpan<byte> text, int start)
    {
        var isHex = start < text.Length && text[start] == 'x';
        var digits = start + (isHex ? 1 : 0);
        var end = digits;
        while (end < text.Length && (isHex ? char.IsAsciiHexDigit((char)text[end]) : char.IsAsciiDigit((char)text[end])))
        {
            end++;
        }

        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return end - digits is > 0 and < LongestNumber
            && int.TryParse(text[digits..end], style, CultureInfo.InvariantCulture, out var code)
            && code != 0
            && Rune.TryCreate(code, out var rune)
                ? (rune, AfterSemicolon(text, end))
                : null;
    }

    private static (Rune, int)? Name(ReadOnlySpan<byte> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetter((char)text[end]))
        {
            end++;
        }

        char? character = Encoding.ASCII.GetString(text[start..end]) switch
        {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => null,
        };
        return character is { } known ? (new Rune(known), AfterSemicolon(text, end)) : null;
    }

    private static int AfterSemicolon(ReadOnlySpan<byte> text, int end) => end < text.Length && text[end] == ';' ? end + 1 : end;
}
