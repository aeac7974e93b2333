using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace CstoBot.Ingestion.Formats.Word;

/// <summary>Refuses documents that nest deeper than any that people write: the tree of a deep one takes its builder for ever.</summary>
internal static class WordDepth
{
    private const int Max = 500;

    /// <exception cref="UnreadableDocumentException">It nests too deeply.</exception>
    public static void Check(MainDocumentPart main)
    {
        foreach (var part in new OpenXmlPart?[] { main, main.FootnotesPart, main.EndnotesPart, main.StyleDefinitionsPart, main.NumberingDefinitionsPart }.OfType<OpenXmlPart>())
        {
            using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.Depth > Max)
                {
                    throw new UnreadableDocumentException("is nested too deeply");
                }
            }
        }
    }
}
