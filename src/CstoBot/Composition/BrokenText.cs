using CstoBot.Ingestion;

namespace CstoBot.Composition;

/// <summary>Tells a paragraph that ends in the middle of a sentence, as a list does whose rest was lost.</summary>
internal static class BrokenText
{
    /// <summary>
    /// The span ends its paragraph with a comma, a semicolon, a dash or an open bracket and no item of a list goes on, or its section with the colon of
    /// something that does not follow. A line without any mark may be a heading or an item.
    /// </summary>
    public static bool EndsAt(SourceDocument document, Section section, TextSpan span)
    {
        var paragraph = section.Paragraphs.FirstOrDefault(paragraph => paragraph.Contains(span));
        var rest = TextSpan.FromBounds(span.End, Math.Max(span.End, paragraph.End)).In(document.Text);
        return rest.IsWhiteSpace() && document.Text[span.End - 1] switch
        {
            ',' or ';' or '-' or '–' or '—' or '(' or '…' => !IsContinued(document, section, paragraph),
            ':' => paragraph == section.Paragraphs[^1],
            _ => false,
        };
    }

    /// <summary>The next item of a list, or a line that begins in the middle of a sentence.</summary>
    private static bool IsContinued(SourceDocument document, Section section, TextSpan paragraph)
    {
        var next = section.Paragraphs.SkipWhile(other => other.Start <= paragraph.Start).Select(other => other.Of(document.Text)).FirstOrDefault();
        return next is not null && (char.IsLower(next[0]) || ListItems.IsItem(next));
    }
}
