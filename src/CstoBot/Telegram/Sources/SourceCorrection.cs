using System.Globalization;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Telegram.Rendering;

namespace CstoBot.Telegram.Sources;

/// <summary>Reads what an admin wants said of a document: one field and its value. Pure.</summary>
/// <param name="Metadata">All corrections of the document from now on; null when this one cannot be made.</param>
/// <param name="Fault">Why not.</param>
internal sealed record SourceCorrection(DocumentMetadata? Metadata, string Fault = "")
{
    private const int MaxText = 300;
    private const int MaxUrl = 1_000;

    /// <param name="value">Empty: what the document says holds again.</param>
    /// <param name="before">What was corrected before; null when nothing was.</param>
    public static SourceCorrection Read(string field, string value, DocumentMetadata? before, DateOnly today, SourceTexts texts)
    {
        var (made, text) = (before ?? DocumentMetadata.Unknown, PlainText.OneLine(value));
        return (field, text) switch
        {
            ("title", "") => TakenBack(made, made.Title, made with { Title = null }, texts),
            ("publisher", "") => TakenBack(made, made.Publisher, made with { Publisher = null }, texts),
            ("published" or "date", "") => TakenBack(made, made.Published, made with { Published = null }, texts),
            ("url", "") => TakenBack(made, made.Url, made with { Url = null }, texts),
            ("language", "") => TakenBack(made, made.Language, made with { Language = null }, texts),
            ("title" or "publisher", { Length: > MaxText }) => new(null, texts.TooLong(MaxText)),
            ("title", _) => new(made with { Title = text }),
            ("publisher", _) => new(made with { Publisher = text }),
            ("published" or "date", _) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date <= today
                ? new(made with { Published = date })
                : new(null, texts.BadDate),
            ("url", _) => text.Length <= MaxUrl && !text.Contains(' ') && Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Host.Length: > 0, UserInfo: "" }
                ? new(made with { Url = url })
                : new(null, texts.BadUrl),
            ("language", _) => text.ToUpperInvariant() switch
            {
                "EN" => new(made with { Language = Language.English }),
                "RU" => new(made with { Language = Language.Russian }),
                _ => new(null, texts.BadLanguage),
            },
            _ => new(null, texts.UnknownField),
        };
    }

    private static SourceCorrection TakenBack(DocumentMetadata made, object? corrected, DocumentMetadata next, SourceTexts texts) =>
        corrected is null || made == next ? new(null, texts.NothingToTakeBack) : new(next);
}
