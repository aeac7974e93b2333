using System.Globalization;
using CstoBot.Answering;
using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Verification;

namespace CstoBot.Telegram.Rendering;

/// <summary>Names documents to a reader: title, publisher, date, with a link where there is one.</summary>
internal static class SourceList
{
    private const int HeadingLength = 60;

    /// <summary>A line for each cited part of a document, led by its numbers.</summary>
    public static Block Of(IReadOnlyList<Citation> citations, Language language)
    {
        var lines = citations
            .GroupBy(citation => (citation.Source, citation.Label, citation.Published, citation.Heading))
            .Select(group => Line(
                string.Concat(group.Select(citation => $"[{citation.Number}]")) + " ",
                Description.Of(group.First()),
                language,
                Place(group, language)));
        return new Block(citations.Count > 3 ? BlockKind.FoldedQuote : BlockKind.Quote, Joined(lines));
    }

    public static Block Of(IReadOnlyList<NearDocument> documents, Language language) => new(
        BlockKind.Quote,
        Joined(documents.Select(document => Line("• ", new Description(document.Title, document.Publisher, document.Published, document.Url), language))));

    /// <summary>One document of the corpus, as /sources lists it.</summary>
    public static Block Of(SourceDocument document, Language language, string lead = "• ")
    {
        var about = document.Metadata;
        var description = new Description(document.Label, about.Publisher, about.Published, about.Url);
        var written = about.Language is { } known ? $", {BotTexts.For(language).NameOf(known)}" : "";
        Span[] inferred = about.Inferred is null ? [] : [new Span($"\n{BotTexts.For(language).Inferred}: {PlainText.OneLine(about.Inferred)}", TextStyle.Italic)];
        return Block.Paragraph([.. Line(lead, description, language), new Span(written), .. inferred]);
    }

    /// <summary>What a button says of a citation: <c>[1] TASS, 24 June 2024</c>.</summary>
    public static string Label(Citation citation, Language language)
    {
        var name = PlainText.OneLine(citation.Publisher ?? citation.Label);
        return citation.Published is null
            ? $"[{citation.Number}] {name}"
            : $"[{citation.Number}] {PlainText.Shorten(name, 12)}, {PhraseBook.For(language).Date(citation.Published)}";
    }

    /// <summary>Title and what is known of it, on one line.</summary>
    public static IReadOnlyList<Span> Line(string lead, Citation citation, Language language) => Line(lead, Description.Of(citation), language, Place([citation], language));

    /// <summary>A part of a document, named as a citation of it would be.</summary>
    public static IReadOnlyList<Span> Line(string lead, SourceDocument document, Section section, Language language) => Line(
        lead,
        new Description(
            document.TitleOf(section) ?? $"“{section.Opening(document.Text)}”", document.Metadata.Publisher, document.DateOf(section), document.Metadata.Url),
        language);

    /// <summary>The part of a document that a chunk stands in.</summary>
    /// <param name="maxTitle">Of the title and of the publisher, in UTF-16 units.</param>
    public static IReadOnlyList<Span> Line(Chunk chunk, int maxTitle, Language language)
    {
        var (document, section) = (chunk.Document, chunk.Section);
        var title = document.TitleOf(section) ?? $"“{section.Opening(document.Text)}”";
        var publisher = document.Metadata.Publisher is { } name ? PlainText.Shorten(PlainText.OneLine(name), maxTitle) : null;
        return Line("", new Description(PlainText.Shorten(PlainText.OneLine(title), maxTitle), publisher, document.DateOf(section), document.Metadata.Url), language);
    }

    /// <summary>Where in the document citations of one part of it stand: ", “Heading”, p. 4, 7". Empty where nothing tells.</summary>
    private static string Place(IEnumerable<Citation> citations, Language language)
    {
        var cited = citations.ToList();
        var heading = cited[0].Heading is { } own && own != cited[0].Title ? $", “{PlainText.Shorten(PlainText.OneLine(own), HeadingLength)}”" : "";
        var pages = cited.Select(citation => citation.Page).OfType<int>().Distinct().Order().Select(page => page.ToString(CultureInfo.InvariantCulture)).ToList();
        return pages.Count == 0 ? heading : $"{heading}, {BotTexts.For(language).Page(string.Join(", ", pages))}";
    }

    /// <param name="place">What follows the date; empty for nothing.</param>
    private static IReadOnlyList<Span> Line(string lead, Description description, Language language, string place = "")
    {
        var publisher = description.Publisher is null || description.Publisher == description.Title
            ? ""
            : $"{PlainText.OneLine(description.Publisher)}, ";
        return
        [
            .. lead.Length == 0 ? [] : new[] { new Span(lead) },
            new Span(PlainText.OneLine(description.Title), TextStyle.Bold, description.Url),
            new Span($" — {publisher}{PhraseBook.For(language).Date(description.Published)}{place}"),
        ];
    }

    private static List<Span> Joined(IEnumerable<IReadOnlyList<Span>> lines)
    {
        var spans = new List<Span>();
        foreach (var line in lines)
        {
            spans.AddRange(spans.Count == 0 ? line : [new Span("\n"), .. line]);
        }

        return spans;
    }

    private sealed record Description(string Title, string? Publisher, DateOnly? Published, Uri? Url)
    {
        public static Description Of(Citation citation) =>
            new(citation.Label, citation.Publisher, citation.Published, citation.Url);
    }
}
