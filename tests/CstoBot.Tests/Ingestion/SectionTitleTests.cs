using CstoBot.Ingestion;
using CstoBot.Tests.Answering;
using CstoBot.Verification;
using Xunit;

namespace CstoBot.Tests.Ingestion;

public sealed class SectionTitleTests
{
    private static readonly SourceDocument Page = SomeCorpus.Document(
        "07.07.2025\n\nThe council met.\n\nInterview of A. Person to the B agency\n\nIt was said.",
        metadata: DocumentMetadata.Unknown with { Title = "Interview of A. Person to the B agency" });

    [Fact]
    public void A_sections_own_heading_is_its_title() => Assert.Equal("Interview of A. Person to the B agency", Page.TitleOf(Page.Sections[1]));

    [Fact]
    public void News_above_an_interview_is_not_called_by_the_interviews_title() => Assert.Null(Page.TitleOf(Page.Sections[0]));

    [Fact]
    public void A_documents_title_names_its_untitled_parts()
    {
        var document = SomeCorpus.Document("The council met.", metadata: DocumentMetadata.Unknown with { Title = "News" });

        Assert.Equal("News", document.TitleOf(document.Sections[0]));
    }

    [Fact]
    public void A_citation_without_a_title_is_called_by_its_opening_words_or_its_file()
    {
        var citation = new Citation(1, "a.txt", null, null, null, null, "q", 0, 1, new QuotedPassage("", "q", ""), "It was said");

        Assert.Equal("“It was said”", citation.Label);
        Assert.Equal("a.txt", (citation with { Opening = null }).Label);
        Assert.Equal("T", (citation with { Title = "T" }).Label);
    }
}
