using System.Text;

namespace CstoBot.Ingestion.Formats;

/// <summary>Makes the pieces of a marked-up document readable text: one blank for white space, nothing that cannot be seen.</summary>
internal static class CleanText
{
    // What a font shows as one sign is written with several letters: nobody asks for "oﬃce".
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>One line of text: white space folded; control, invisible and direction-turning characters gone; a half of a pair of surrogates replaced.</summary>
    public static string Line(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        Append(result, text, keepBreaks: false);
        return result.ToString();
    }

    /// <summary>The same with line breaks and indents as they are, for code.</summary>
    public static string Lines(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        Append(result, text, keepBreaks: true);
        return result.ToString();
    }

    private static void Append(StringBuilder result, ReadOnlySpan<char> text, bool keepBreaks)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (keepBreaks && character is '\n' or '\t')
            {
                result.Append(keepBreaks ? character : ' ');
            }
            else if (char.IsWhiteSpace(character))
            {
                if (keepBreaks && character != '\r' || !keepBreaks && result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                result.Append(character).Append(text[++index]);
            }
            else if (char.IsSurrogate(character))
            {
                result.Append('\uFFFD');
            }
            else if (character is >= '\uFB00' and <= '\uFB06')
            {
                result.Append(Ligatures[character - '\uFB00']);
            }
            else if (!IsInvisible(character))
            {
                result.Append(character);
            }
        }

        while (result.Length > 0 && char.IsWhiteSpace(result[^1]))
        {
            result.Length--;
        }
    }

    private static bool IsInvisible(char character) =>
        char.IsControl(character)
        || character is '\u00AD' or '\uFEFF' or '\uFFFE' or '\uFFFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F');
}
