namespace CstoBot.Verification;

/// <summary>A quote that was found, word for word, in a document of the corpus.</summary>
/// <param name="Number">The marker in the answer's text, from 1 in order of first appearance.</param>
/// <param name="Source">The document's file name.</param>
/// <param name="Title">Null when neither the text nor its metadata gives one.</param>
/// <param name="Publisher">Null when neither the text nor its metadata names one.</param>
/// <param name="Published">The date the cited section (or its document) states; an inferred date is not stated, hence null.</param>
/// <param name="Url">Where the original stands; null when unknown.</param>
/// <param name="Quote">Equals <c>document.Text.Substring(Start, Length)</c>.</param>
/// <param name="Start">In UTF-16 code units into the document's text.</param>
/// <param name="Length">In UTF-16 code units.</param>
/// <param name="Passage">The quote with the text around it, kept so that it can be shown after the document changed.</param>
/// <param name="Opening">The cited section's opening words, to call it by when it has no title; null when unknown.</param>
/// <param name="Page">The page that the quote begins on, from 1; null for a format without pages.</param>
/// <param name="Heading">Of the cited section; null when it has none.</param>
/// <param name="ContentHash">Of the document as it was quoted (<see cref="Ingestion.SourceDocument.ContentHash"/>); null when unknown.</param>
internal sealed record Citation(
    int Number,
    string Source,
    string? Title,
    string? Publisher,
    DateOnly? Published,
    Uri? Url,
    string Quote,
    int Start,
    int Length,
    QuotedPassage Passage,
    string? Opening = null,
    int? Page = null,
    string? Heading = null,
    string? ContentHash = null)
{
    /// <summary>What to call the cited text to a person.</summary>
    public string Label => Title ?? (Opening is null ? Source : $"“{Opening}”");
}

/// <summary>A quote in its context.</summary>
/// <param name="Before">The text of the section before the quote, at most a few hundred characters, from a word's beginning.</param>
/// <param name="After">The text of the section after the quote, likewise.</param>
internal sealed record QuotedPassage(string Before, string Quote, string After);
