using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CstoBot.Ingestion.Formats.Word;

/// <summary>Which paragraph styles are headings, and which number their paragraphs.</summary>
internal sealed class WordStyles
{
    // Styles are based on one another a few times; a circle must end.
    private const int MaxChain = 16;

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);

    public static WordStyles Of(MainDocumentPart main)
    {
        var result = new WordStyles();
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
            {
                result.styles.TryAdd(id, style);
            }
        }

        return result;
    }

    /// <summary>From 1; null for a style that is no heading's.</summary>
    public int? HeadingLevelOrNull(string? styleId) => Chain(styleId).Select(LevelOrNull).FirstOrDefault(level => level is not null);

    public NumberingProperties? NumberingOrNull(string? styleId) =>
        Chain(styleId).Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(properties => properties is not null);

    /// <summary>Of a table of contents: it repeats the headings.</summary>
    public bool IsOfContents(string? styleId) => Chain(styleId).Take(1).Any(style => style.StyleName?.Val?.Value is { } name
        && (name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) || name.Equals("Contents Heading", StringComparison.OrdinalIgnoreCase)));

    public bool IsHidden(string? styleId) =>
        Chain(styleId).Select(style => style.StyleRunProperties?.Vanish).FirstOrDefault(vanish => vanish is not null) is { } hidden && hidden.Val?.Value != false;

    private static int? LevelOrNull(Style style)
    {
        if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline)
        {
            return outline < 9 ? outline + 1 : null;
        }

        var name = style.StyleName?.Val?.Value?.ToLowerInvariant() ?? string.Empty;
        return name == "title" ? 1
            : name.StartsWith("heading ", StringComparison.Ordinal) && name.Length == 9 && name[8] is >= '1' and <= '9' ? name[8] - '0'
            : null;
    }

    private IEnumerable<Style> Chain(string? styleId)
    {
        for (var step = 0; step < MaxChain && styleId is not null && styles.TryGetValue(styleId, out var style); step++)
        {
            yield return style;
            styleId = style.BasedOn?.Val?.Value;
        }
    }
}
