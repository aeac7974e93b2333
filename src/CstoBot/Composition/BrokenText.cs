using CstoBot.Ingestion;

namespace CstoBot.Composition;

/// <summary>Tells a paragraph that ends in the middle of a sentence, as a list does whose rest was lost.</summary>
internal static class BrokenText
{
    /// <summary>
    /// The span ends its paragraph with a comma, a semicolon, a dash or an open bracket, or its section with the colon of
    /// something that does not follow. A line without any mark may be a heading or an item.
    /// </summary>
    public static bool EndsAt(SourceDocument document, Section section, TextSpan span)
    {
        var paragraph = section.Paragraphs.FirstOrDefault(paragraph => paragraph.Contains(span));
        var rest = TextSpan.FromBounds(span.End, Math.Max(span.End, paragraph.End)).In(document.Text);
        return rest.IsWhiteSpace() && document.Text[span.End - 1] switch
        {
            ',' or ';' or '-' or '–' or '—' or '(' or '…' => true,
            ':' => paragraph == section.Paragraphs[^1],
            _ => false,
        };
    }
}
