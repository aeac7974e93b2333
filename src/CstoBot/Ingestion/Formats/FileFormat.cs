using System.Collections.Frozen;

namespace CstoBot.Ingestion.Formats;

/// <summary>A kind of file that the bot reads or can at least call by its name.</summary>
internal enum FileFormat
{
    Text,
    Markdown,
    Html,
    Word,
    Pdf,
    Zip,

    /// <summary>.doc, which is told and not read.</summary>
    OldWord,
}

/// <summary>Formats by the ends of file names, and their names for people.</summary>
internal static class FileFormats
{
    private static readonly FrozenDictionary<string, FileFormat> ByExtension = new Dictionary<string, FileFormat>
    {
        [".txt"] = FileFormat.Text,
        [".text"] = FileFormat.Text,
        [".md"] = FileFormat.Markdown,
        [".markdown"] = FileFormat.Markdown,
        [".html"] = FileFormat.Html,
        [".htm"] = FileFormat.Html,
        [".docx"] = FileFormat.Word,
        [".doc"] = FileFormat.OldWord,
        [".pdf"] = FileFormat.Pdf,
        [".zip"] = FileFormat.Zip,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The format that the name's extension announces; null when that is none of a document.</summary>
    public static FileFormat? OfNameOrNull(string name) =>
        ByExtension.TryGetValue(Path.GetExtension(name), out var format) ? format : null;

    /// <summary>With its article, as in "is a PDF".</summary>
    public static string Describe(this FileFormat format) => format switch
    {
        FileFormat.Text => "a plain text",
        FileFormat.Markdown => "a Markdown text",
        FileFormat.Html => "a web page (HTML)",
        FileFormat.Word => "a Word document (.docx)",
        FileFormat.Pdf => "a PDF",
        FileFormat.Zip => "a ZIP archive",
        _ => "an old Word document (.doc)",
    };
}
