using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using MathText = DocumentFormat.OpenXml.Math.Text;

namespace CstoBot.Ingestion.Formats.Word;

/// <summary>What of a paragraph a reader of the printed page sees, as one line.</summary>
internal sealed class WordText(WordStyles styles)
{
    /// <summary>Without text boxes and the notes that it refers to: <see cref="TextBoxes"/>, <see cref="NotesOf"/>.</summary>
    public string Of(OpenXmlElement element)
    {
        var text = new StringBuilder();
        foreach (var part in element.Descendants())
        {
            switch (part)
            {
                case Text piece when IsShown(piece, element):
                    text.Append(piece.Text);
                    break;
                case MathText formula:
                    text.Append(formula.Text);
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case SymbolChar { Char.Value: { } code } when ushort.TryParse(code, System.Globalization.NumberStyles.HexNumber, null, out var sign) && sign is < 0xE000 or > 0xF8FF:
                    text.Append((char)sign);
                    break;
                case TabChar or PositionalTab or Break or CarriageReturn or Paragraph or TableCell:
                    text.Append(' ');
                    break;
                default:
                    break;
            }
        }

        return CleanText.Line(text.ToString());
    }

    /// <summary>The outermost ones, each once: what newer programs show, not its second form for older ones.</summary>
    public static IEnumerable<TextBoxContent> TextBoxes(OpenXmlElement element) =>
        element.Descendants<TextBoxContent>().Where(box => !Ancestors(box, element).Any(ancestor => ancestor is TextBoxContent or AlternateContentFallback));

    /// <summary>The footnotes and endnotes that the element refers to, in order.</summary>
    public static IEnumerable<FootnoteEndnoteReferenceType> NotesOf(OpenXmlElement element) =>
        element.Descendants<FootnoteEndnoteReferenceType>().Where(reference => !Ancestors(reference, element).Any(ancestor => ancestor is DeletedRun or MoveFromRun or AlternateContentFallback));

    /// <summary>Not deleted, moved away, hidden, a form's "click here", or in a box that stands elsewhere.</summary>
    private bool IsShown(Text text, OpenXmlElement root)
    {
        if (text.Parent is Run { RunProperties: { } properties } && (properties.Vanish is { } vanish ? vanish.Val?.Value != false : styles.IsHidden(properties.RunStyle?.Val?.Value)))
        {
            return false;
        }

        return !Ancestors(text, root).Any(ancestor => ancestor is DeletedRun or MoveFromRun or AlternateContentFallback or TextBoxContent
            || ancestor is SdtElement { SdtProperties: { } form } && form.GetFirstChild<ShowingPlaceholder>() is not null);
    }

    private static IEnumerable<OpenXmlElement> Ancestors(OpenXmlElement element, OpenXmlElement root)
    {
        for (var ancestor = element.Parent; ancestor is not null && ancestor != root; ancestor = ancestor.Parent)
        {
            yield return ancestor;
        }
    }
}
