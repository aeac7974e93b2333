using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Ingestion;

public sealed class DocumentReaderTests
{
    [Fact]
    public void The_manifest_wins_over_the_text()
    {
        var manifest = new DocumentMetadata("Title", "Publisher", new DateOnly(2020, 1, 2), new Uri("https://example.org/"), Language.Russian);

        var metadata = SomeCorpus.Document("date 2024-06-24 MOSCOW, June 24. /TASS/. The council met.", metadata: manifest).Metadata;

        Assert.Equal(manifest, metadata with { Origins = MetadataOrigins.Unknown });
        Assert.Equal(
            new MetadataOrigins(MetadataOrigin.Manifest, MetadataOrigin.Manifest, MetadataOrigin.Manifest, MetadataOrigin.Manifest, MetadataOrigin.Manifest),
            metadata.Origins);
    }

    [Fact]
    public void A_leaked_date_and_an_agencys_dateline_are_metadata_and_not_content()
    {
        var document = SomeCorpus.Document(" date 2024-06-24 MOSCOW, June 24. /TASS/. The council met.");

        Assert.Equal(("TASS", new DateOnly(2024, 6, 24)), (document.Metadata.Publisher, document.Metadata.Published));
        Assert.Equal("The council met.", document.Sections[0].Paragraphs[0].Of(document.Text));
    }

    [Theory]
    [InlineData("The council met on 24 June 2024 in Minsk.")]
    [InlineData("MOSCOW, June 24. /TASS/. The council met.")]
    [InlineData("On June 24, 2024, the council met.")]
    [InlineData("date 2024-13-45 The council met.")]
    [InlineData("The council met.\n\n24 June 2024")]
    [InlineData("24 June\n\nThe council met.")]
    [InlineData("07.07.2025\n\nOne.\n\n30.06.2025\n\nTwo.")]
    public void No_date_is_given_that_the_document_does_not_state_for_itself(string text) =>
        Assert.Null(SomeCorpus.Document(text).Metadata.Published);

    [Fact]
    public void A_date_line_that_all_of_the_document_stands_under_is_its_date() =>
        Assert.Equal(new DateOnly(2025, 7, 7), SomeCorpus.Document("07.07.2025\n\nOne.\n\nTwo.").Metadata.Published);

    [Fact]
    public void The_first_heading_is_the_title() =>
        Assert.Equal("History of the treaty", SomeCorpus.Document("History of the treaty\n\nIt was signed.").Metadata.Title);

    [Fact]
    public void A_document_without_a_heading_has_no_title_and_is_called_by_its_opening_words()
    {
        var document = SomeCorpus.Document("It was signed.");

        Assert.Null(document.Metadata.Title);
        Assert.Equal("“It was signed.”", document.Label);
    }

    [Fact]
    public void The_opening_words_never_end_in_half_a_character()
    {
        var document = SomeCorpus.Document("x" + string.Concat(Enumerable.Repeat("😀", 300)));

        Assert.DoesNotContain(document.Label.EnumerateRunes(), rune => rune == System.Text.Rune.ReplacementChar);
    }

    [Theory]
    [InlineData("The council met.", "English")]
    [InlineData("Совет собрался.", "Russian")]
    [InlineData("2024 — 17.", null)]
    public void The_language_is_told_from_the_letters(string text, string? expected) =>
        Assert.Equal(expected, SomeCorpus.Document(text).Metadata.Language?.ToString());

    [Fact]
    public void A_text_without_content_is_unreadable() =>
        Assert.Throws<UnreadableDocumentException>(() => SomeCorpus.Document("Go back\n\n07.07.2025"));

    [Theory]
    [InlineData("MINSK, Nov 23. /BelTA/ - The council met.", "BelTA")]
    [InlineData("МОСКВА, 24 июня. /ТАСС/. Совет собрался.", "ТАСС")]
    [InlineData("NUR-SULTAN, 24 June 2024. (KAZINFORM). The council met.", "KAZINFORM")]
    [InlineData("The council met (TASS) today.", null)]
    [InlineData("MOSCOW is a city. /TASS/", null)]
    public void An_agencys_dateline_names_the_publisher(string text, string? publisher) =>
        Assert.Equal(publisher, FrontLine.Read(text).Publisher);
}
