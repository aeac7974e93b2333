using System.Text;

namespace CstoBot.Ingestion.Formats.Encodings;

/// <summary>Makes text of bytes: by the byte-order mark, else strict UTF-8, else UTF-16 by its zero bytes, else the 8-bit encoding that reads most like a text. Pure.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16 = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding StrictUtf16BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>The file as decoded, without its byte-order mark; everything else as it is.</summary>
    /// <exception cref="UnreadableDocumentException">It is no text.</exception>
    public static string Decode(ReadOnlySpan<byte> content)
    {
        var text = DecodeAny(content);
        return LooksBinary(text) ? throw new UnreadableDocumentException("is not a text (a binary file?)") : text;
    }

    /// <summary>The text in an encoding that a file names; null when the name is unknown or the bytes are not of it.</summary>
    public static string? DecodeAsOrNull(ReadOnlySpan<byte> content, string encodingName)
    {
        if (encodingName.Trim().Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return StrictOrNull(content, StrictUtf8);
        }

        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(encodingName.Trim()) ?? Encoding.GetEncoding(encodingName.Trim());
            return encoding.IsSingleByte || IsEastAsian(encoding) ? encoding.GetString(content) : null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>What a byte-order mark says; null when there is none.</summary>
    public static string? ByMarkOrNull(ReadOnlySpan<byte> content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Strict(content[3..], StrictUtf8, "UTF-8"),
        [0xFF, 0xFE, ..] => Strict(content[2..], StrictUtf16, "UTF-16"),
        [0xFE, 0xFF, ..] => Strict(content[2..], StrictUtf16BigEndian, "UTF-16"),
        _ => null,
    };

    private static string DecodeAny(ReadOnlySpan<byte> content) =>
        ByMarkOrNull(content)
        ?? Utf16WithoutMarkOrNull(content)
        ?? StrictOrNull(content, StrictUtf8)
        ?? EightBitText.Decode(content);

    /// <summary>Half of the bytes of a UTF-16 text in Latin or Cyrillic letters are 0 or 4, all at even or all at odd places.</summary>
    private static string? Utf16WithoutMarkOrNull(ReadOnlySpan<byte> content)
    {
        if (content.Length < 4 || content.Length % 2 != 0)
        {
            return null;
        }

        var (even, odd) = (0, 0);
        var sample = content[..Math.Min(content.Length, 4_096)];
        for (var index = 0; index < sample.Length; index++)
        {
            if (sample[index] is 0x00 or 0x04)
            {
                _ = index % 2 == 0 ? even++ : odd++;
            }
        }

        // A tenth may be other characters: quotes, dashes, signs.
        var most = sample.Length / 2 * 9 / 10;
        return odd >= most && even < most / 4 ? StrictOrNull(content, StrictUtf16)
            : even >= most && odd < most / 4 ? StrictOrNull(content, StrictUtf16BigEndian)
            : null;
    }

    private static string Strict(ReadOnlySpan<byte> content, Encoding encoding, string name) =>
        StrictOrNull(content, encoding) ?? throw new UnreadableDocumentException($"is marked as {name} and is not; save it as UTF-8");

    private static string? StrictOrNull(ReadOnlySpan<byte> content, Encoding encoding)
    {
        try
        {
            return encoding.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsEastAsian(Encoding encoding) => encoding.CodePage is 932 or 936 or 949 or 950 or 51932 or 51949 or 54936;

    /// <summary>Texts hold control characters by accident only.</summary>
    private static bool LooksBinary(string text)
    {
        var controls = 0;
        foreach (var character in text)
        {
            if (char.IsControl(character) && character is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u0085' or '\u001A'))
            {
                controls++;
            }
        }

        // A short text may hold one by a slip.
        return controls > 2 + text.Length / 100;
    }
}
