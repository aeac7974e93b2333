using System.Text.RegularExpressions;
using CstoBot.Conversations;

namespace CstoBot.Ingestion.Formats;

/// <summary>What a file says of itself, as metadata; what it says in a way that nobody can read is left out.</summary>
internal static partial class Stated
{
    private const int MaxTitle = 300;

    /// <summary>All of it from the file's own metadata; null where it says nothing.</summary>
    public static DocumentMetadata ByFile(string? title = null, string? publisher = null, DateOnly? published = null, Uri? url = null, Language? language = null) =>
        new(title, publisher, published, url, language)
        {
            Origins = new MetadataOrigins(Origin(title), Origin(publisher), Origin(published), Origin(url), Origin(language)),
        };

    /// <summary>One readable line; null for none or one that is too long to be a title or a name.</summary>
    public static string? LineOrNull(string? text) =>
        text is not null && text.Length <= 4 * MaxTitle && CleanText.Line(text) is { Length: > 0 and <= MaxTitle } line ? line : null;

    /// <summary>A title from a document's properties, unless a program put it there: a file's name, "Microsoft Word - x", "untitled".</summary>
    public static string? TitleOfPropertiesOrNull(string? text) =>
        LineOrNull(text) is { } title && title.Any(char.IsLetter) && title.Length > 3 && !ProgramTitle().IsMatch(title) ? title : null;

    /// <summary>The day of an ISO date or time, or of a date in words; the day as stated, whatever the time zone. Null for anything else.</summary>
    public static DateOnly? DateOrNull(string? text)
    {
        var trimmed = text?.Trim() ?? string.Empty;
        return trimmed.Length >= 10 && (trimmed.Length == 10 || trimmed[10] is 'T' or ' ' or 't') && StatedDate.IsoOrNull(trimmed[..10]) is { } day
            ? day
            : StatedDate.LineOrNull(trimmed);
    }

    public static Uri? WebAddressOrNull(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <param name="tag">As "ru", "en-GB", "ru_RU".</param>
    public static Language? LanguageOrNull(string? tag) => tag?.Trim().Split('-', '_')[0].ToLowerInvariant() switch
    {
        "en" or "english" => Language.English,
        "ru" or "russian" => Language.Russian,
        _ => null,
    };

    private static MetadataOrigin? Origin(object? value) => value is null ? null : MetadataOrigin.File;

    [GeneratedRegex(
        @"^(?:microsoft (?:word|powerpoint|excel)\b|untitled|no title|без (?:названия|имени)|document\s*\d*$|документ\s*\d*$|презентация\s*\d*$|powerpoint presentation|presentation\s*\d*$|slide \d+|title$|заголовок$|about:blank)|^\S*[_/\\]\S*$|\.(?:docx?|pdf|rtf|odt|txt|indd|qxd|tex|dvi|html?|pptx?|xlsx?|ai|pmd|p65)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProgramTitle();
}
