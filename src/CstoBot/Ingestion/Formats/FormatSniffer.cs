using System.Text;

namespace CstoBot.Ingestion.Formats;

/// <summary>Tells from a file's first bytes whether it is what its name says, so that nothing is read as what it is not. Pure.</summary>
internal static class FormatSniffer
{
    // Readers look for "%PDF-" in the first 1,024 bytes, and some programs write a few bytes before it.
    private const int PdfWindow = 1_024;

    private static readonly (byte[] Magic, string Description)[] Foreign =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture (PNG)"),
        ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        ([.. "GIF8"u8], "a picture (GIF)"),
        ([.. "{\\rtf"u8], "a rich text (RTF)"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7z archive"),
        ([.. "Rar!"u8], "a RAR archive"),
        ([0x1F, 0x8B, 0x08], "a gzip archive"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ([(byte)'M', (byte)'Z', 0x90, 0x00], "a program"),
        ([.. "SQLite format 3"u8], "a database"),
    ];

    /// <summary>Why a file cannot be read as <paramref name="announced"/>, to follow its name; null when nothing speaks against it.</summary>
    public static string? ObjectionOrNull(FileFormat announced, ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return "holds no text";
        }

        if (IsOle(content))
        {
            return Contains(content, "EncryptedPackage", Encoding.Unicode)
                ? "is encrypted with a password"
                : Contains(content, "WordDocument", Encoding.Unicode) || announced == FileFormat.OldWord
                    ? "is an old Word document (.doc), which is not read; save it as .docx"
                    : $"is an old Office file, not {announced.Describe()}";
        }

        if (ForeignOrNull(content) is { } foreign)
        {
            return $"is {foreign}, not {announced.Describe()}";
        }

        var found = FoundOrNull(content) ?? (announced == FileFormat.Pdf && IsPdfAfterOtherBytes(content) ? FileFormat.Pdf : null);
        return announced switch
        {
            FileFormat.OldWord => found is { } other ? Mismatch(other, announced) : "is not a Word document",
            FileFormat.Word or FileFormat.Zip when found is FileFormat.Word or FileFormat.Zip => null,
            FileFormat.Markdown when found is FileFormat.Html => Mismatch(FileFormat.Html, announced),
            _ when found is { } other && other != announced => Mismatch(other, announced),
            FileFormat.Pdf or FileFormat.Word or FileFormat.Zip when found is null => $"is not {announced.Describe()}",
            _ => null,
        };
    }

    private static string Mismatch(FileFormat found, FileFormat announced) => $"is {found.Describe()}, not {announced.Describe()}; give it the ending of what it is";

    private static bool IsOle(ReadOnlySpan<byte> content) => content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    private static string? ForeignOrNull(ReadOnlySpan<byte> content)
    {
        foreach (var (magic, description) in Foreign)
        {
            if (content.StartsWith(magic))
            {
                return description;
            }
        }

        return null;
    }

    private static FileFormat? FoundOrNull(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("PK\x03\x04"u8) || content.StartsWith("PK\x05\x06"u8))
        {
            return Contains(content, "word/", Encoding.ASCII) ? FileFormat.Word : FileFormat.Zip;
        }

        var start = content[..Math.Min(content.Length, PdfWindow)].TrimStart("\uFEFF"u8).TrimStart(" \t\r\n\f"u8);
        return start.StartsWith("%PDF-"u8) ? FileFormat.Pdf : IsHtml(start) ? FileFormat.Html : null;
    }

    private static bool IsPdfAfterOtherBytes(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, PdfWindow)].IndexOf("%PDF-"u8) >= 0;

    private static bool IsHtml(ReadOnlySpan<byte> start)
    {
        var opening = Encoding.Latin1.GetString(start[..Math.Min(start.Length, 15)]);
        return opening.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || opening.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Contains(ReadOnlySpan<byte> content, string text, Encoding encoding) => content.IndexOf(encoding.GetBytes(text)) >= 0;
}
