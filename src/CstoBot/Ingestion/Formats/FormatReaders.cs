using CstoBot.Ingestion.Formats.Html;
using CstoBot.Ingestion.Formats.Md;
using CstoBot.Ingestion.Formats.Pdf;
using CstoBot.Ingestion.Formats.Word;

namespace CstoBot.Ingestion.Formats;

/// <summary>Which reader reads which format.</summary>
internal static class FormatReaders
{
    /// <exception cref="UnreadableDocumentException">It cannot be read, for a reason that can be named; any other exception means that the file is broken.</exception>
    public static ExtractedText Read(FileFormat format, byte[] content, ReadingLimits limits) => format switch
    {
        FileFormat.Text => PlainTextReader.Read(content, limits),
        FileFormat.Markdown => MarkdownReader.Read(content, limits),
        FileFormat.Html => HtmlReader.Read(content, limits),
        FileFormat.Word => WordReader.Read(content, limits),
        FileFormat.Pdf => PdfReader.Read(content, limits),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No reader makes one text of it."),
    };

    /// <summary>Plain text is decoded and nothing more; all else is parsed, and a parser may be made to hang or to die by a file.</summary>
    public static bool NeedsOwnProcess(FileFormat format) => format != FileFormat.Text;
}
