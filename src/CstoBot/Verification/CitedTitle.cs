using CstoBot.Ingestion;

namespace CstoBot.Verification;

/// <summary>Which title a citation may carry.</summary>
internal static class CitedTitle
{
    /// <summary>
    /// The section's own heading; else the document's title, unless that is the heading of another section, as on a page
    /// where news items stand above an interview. Null when nothing in the document names the cited part.
    /// </summary>
    public static string? Of(SourceDocument document, Section section) =>
        section.Heading ?? (document.Sections.Any(other => IsHeading(document.Metadata.Title, other)) ? null : document.Metadata.Title);

    private static bool IsHeading(string? title, Section section) =>
        title is not null && section.Heading is { } heading && heading.StartsWith(title, StringComparison.Ordinal);
}
