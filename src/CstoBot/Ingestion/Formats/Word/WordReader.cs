using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CstoBot.Ingestion.Formats.Word;

/// <summary>Reads a Word document's text. What it refers to outside is not followed, macros and pictures are not touched.</summary>
internal static class WordReader
{
    // A character of text needs some ten of markup; a part beyond that is no text.
    private const int MarkupPerCharacter = 30;

    public static ExtractedText Read(byte[] content, ReadingLimits limits)
    {
        using var stream = new MemoryStream(content, writable: false);
        using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = (long)MarkupPerCharacter * limits.MaxCharacters });
        var main = document.MainDocumentPart ?? throw new UnreadableDocumentException("is not a Word document (.docx)");
        WordDepth.Check(main);
        var assembler = new TextAssembler(limits);
        var blocks = new WordBlocks(assembler, WordStyles.Of(main), WordNumbering.Of(main), WordNotes.Of(main));
        using var reader = OpenXmlReader.Create(main);
        ReadBody(reader, blocks);
        blocks.EndList();
        var properties = document.PackageProperties;
        return assembler.Close(Stated.ByFile(
            title: Stated.TitleOfPropertiesOrNull(properties.Title),
            language: Stated.LanguageOrNull(properties.Language)));
    }

    /// <summary>One paragraph or table after another, so that only one is held as a tree.</summary>
    private static void ReadBody(OpenXmlReader reader, WordBlocks blocks)
    {
        while (reader.Read())
        {
            if (reader.IsStartElement
                && (reader.ElementType == typeof(Paragraph) || reader.ElementType == typeof(Table) || reader.ElementType == typeof(SdtBlock))
                && reader.LoadCurrentElement() is { } element)
            {
                blocks.Add(element);
            }
        }
    }
}
