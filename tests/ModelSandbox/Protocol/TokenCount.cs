using System.Text;

namespace ModelSandbox.Protocol;

/// <summary>Tokens as this server counts them: four bytes of UTF-8 each, about what real tokenizers come to.</summary>
internal static class TokenCount
{
    private const int BytesPerToken = 4;

    public static int Of(string text) => (Encoding.UTF8.GetByteCount(text) + BytesPerToken - 1) / BytesPerToken;

    /// <summary>The beginning of a text that has so many tokens, never half a character.</summary>
    public static string Cut(string text, int tokens)
    {
        if (Of(text) <= tokens)
        {
            return text;
        }

        var bytes = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > tokens * BytesPerToken)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
