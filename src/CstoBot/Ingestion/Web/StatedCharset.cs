using System.Text;

namespace CstoBot.Ingestion.Web;

/// <summary>
/// A server may name the encoding of a text that the text itself does not name; once stored it would be a guess. Such a text is kept as UTF-8 with a
/// byte-order mark, which every reader believes before anything else.
/// </summary>
internal static class StatedCharset
{
    public static byte[] Applied(byte[] content, string? charset)
    {
        if (EncodingOrNull(charset) is not { } encoding || encoding.CodePage == Encoding.UTF8.CodePage || HasMark(content))
        {
            return content;
        }

        try
        {
            return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(encoding.GetString(content))];
        }
        catch (DecoderFallbackException)
        {
            // The server is wrong about it.
            return content;
        }
    }

    private static Encoding? EncodingOrNull(string? charset)
    {
        var name = charset?.Trim('"', '\'', ' ');
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool HasMark(byte[] content) => content.AsSpan().StartsWith(Encoding.UTF8.Preamble)
        || content.AsSpan().StartsWith(Encoding.Unicode.Preamble) || content.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble);
}
