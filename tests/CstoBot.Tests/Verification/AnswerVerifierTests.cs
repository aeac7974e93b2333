using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Tests.Answering;
using CstoBot.Verification;
using Xunit;

namespace CstoBot.Tests.Verification;

public sealed class AnswerVerifierTests
{
    private static readonly SourceDocument Document = SomeCorpus.Document(
        "07.07.2025\n\nThe council met in Minsk. It adopted a statement.\n\n30.06.2025\n\nThe committee met in Astana.", "news.txt");

    private static readonly DraftStatement Right = SomeDraft.Statement(SomeDraft.Quote(Document, "The council met in Minsk."));

    [Fact]
    public void A_true_quote_passes_and_is_cited_where_it_stands()
    {
        var answer = Verify(Right);

        var citation = Assert.Single(answer!.Citations);
        Assert.Equal("“The council met in Minsk.” [1]", answer.Text);
        Assert.Equal(("news.txt", 1, new DateOnly(2025, 7, 7)), (citation.Source, citation.Number, citation.Published));
        Assert.Equal(citation.Quote, Document.Text.Substring(citation.Start, citation.Length));
    }

    public static TheoryData<int, int, string, string> FalseQuotes => new()
    {
        { 12, 25, "The council met in Mensk.", "a changed character" },
        { 12, 25, "The council met in minsk.", "a changed case" },
        { 13, 25, "The council met in Minsk.", "a shifted span" },
        { 12, 24, "The council met in Minsk.", "a span that is too short" },
        { 12, 26, "The council met in Minsk.", "a span that is too long" },
        { -1, 25, "The council met in Minsk.", "a span before the text" },
        { 12, -25, "The council met in Minsk.", "a negative length" },
        { 12, 0, "", "no words" },
        { int.MaxValue, 25, "The council met in Minsk.", "a span behind the text" },
        { 12, int.MaxValue, "The council met in Minsk.", "an endless span" },
        { 75, 28, "The committee met in Astana.", "a quote of another section" },
        { 0, 10, "07.07.2025", "a quote of the date line above the section" },
    };

    [Theory]
    [MemberData(nameof(FalseQuotes))]
    public void A_false_quote_drops_its_statement(int start, int length, string words, string because)
    {
        var quote = new DraftQuote(Document, Document.Sections[0], new TextSpan(start, length), words);

        Assert.True(Verify(SomeDraft.Statement(quote)) is null, because);
    }

    [Fact]
    public void The_false_quotes_of_this_test_are_false_for_the_reason_given()
    {
        Assert.Equal("The council met in Minsk.", Document.Text.Substring(12, 25));
        Assert.Equal("The committee met in Astana.", Document.Text.Substring(75, 28));
        Assert.Equal("07.07.2025", Document.Text[..10]);
    }

    [Fact]
    public void A_statement_that_shows_other_words_than_its_quote_is_dropped() =>
        Assert.Null(Verify(Right with { Text = "The council met in Moscow." }));

    [Fact]
    public void A_statement_without_quotes_is_dropped() => Assert.Null(Verify(new DraftStatement("The council met.", [])));

    [Fact]
    public void A_draft_without_statements_is_no_answer() => Assert.Null(Verify());

    [Fact]
    public void One_false_quote_of_several_drops_the_statement_and_keeps_the_others()
    {
        var wrong = SomeDraft.Quote(Document, "It adopted a statement.") with { Quote = "It adopted no statement." };

        var answer = Verify(SomeDraft.Statement(SomeDraft.Quote(Document, "The council met in Minsk."), wrong), Right);

        Assert.Equal("“The council met in Minsk.” [1]", answer!.Text);
        Assert.Single(answer.Citations);
    }

    [Fact]
    public void Numbers_count_in_order_of_first_appearance_and_the_same_span_keeps_its_number()
    {
        var minsk = SomeDraft.Quote(Document, "The council met in Minsk.");
        var astana = SomeDraft.Quote(Document, "The committee met in Astana.", section: 1);

        var answer = Verify(SomeDraft.Statement(astana), SomeDraft.Statement(minsk, astana), SomeDraft.Statement(minsk));

        Assert.Equal(["[1]", "[1][2]", "[2]"], answer!.Statements.Select(statement => statement.Marked[statement.Marked.IndexOf('[', StringComparison.Ordinal)..]));
        Assert.Equal([1, 2], answer.Citations.Select(citation => citation.Number));
    }

    [Fact]
    public void Equal_spans_of_two_documents_are_two_citations()
    {
        var other = Document with { Name = "copy.txt" };

        var answer = Verify(SomeDraft.Statement(SomeDraft.Quote(Document, "The council met in Minsk."), SomeDraft.Quote(other, "The council met in Minsk.")));

        Assert.Equal(["news.txt", "copy.txt"], answer!.Citations.Select(citation => citation.Source));
    }

    [Fact]
    public void A_quote_that_runs_over_a_line_break_may_be_shown_on_one_line()
    {
        var document = SomeCorpus.Document("The council of the ministers met in the city of Cholpon-Ata on the\nshore of the lake.");
        var quote = SomeDraft.Quote(document, document.Text);

        var answer = Verify(new DraftStatement("“The council of the ministers met in the city of Cholpon-Ata on the shore of the lake.”", [quote]));

        Assert.Contains('\n', answer!.Citations[0].Quote);
        Assert.DoesNotContain('\n', answer.Text);
    }

    [Fact]
    public void A_statement_that_says_more_than_its_quotes_is_dropped()
    {
        var quote = SomeDraft.Quote(Document, "The council met in Minsk.");

        Assert.Null(Verify(new DraftStatement("Armenia left. “The council met in Minsk.”", [quote])));
        Assert.Null(Verify(new DraftStatement("“The council met in Minsk.” Armenia left.", [quote])));
        Assert.Null(Verify(new DraftStatement("TASS: “The council met in Minsk.” Armenia left.", [quote], "TASS: ")));
        Assert.NotNull(Verify(new DraftStatement("TASS: “The council met in Minsk.”", [quote], "TASS: ")));
        Assert.NotNull(Verify(new DraftStatement("“The council met in Minsk.” (part)", [quote], Remark: " (part)")));
        Assert.Null(Verify(new DraftStatement("“The council met in Minsk.” Armenia left. (part)", [quote], Remark: " (part)")));
    }

    [Fact]
    public void The_context_of_a_quote_is_its_sections_own_text()
    {
        var answer = Verify(SomeDraft.Statement(SomeDraft.Quote(Document, "It adopted a statement.")));

        Assert.Equal(new QuotedPassage("The council met in Minsk. ", "It adopted a statement.", string.Empty), answer!.Citations[0].Passage);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("word ")]
    [InlineData("😀")]
    [InlineData("条約")]
    public void The_context_is_short_and_whole_in_any_script(string repeated)
    {
        var filler = string.Concat(Enumerable.Repeat(repeated, 4_000));
        var document = SomeCorpus.Document($"{filler}The council met.{filler}");

        var passage = Verify(SomeDraft.Statement(SomeDraft.Quote(document, "The council met.")))!.Citations[0].Passage;

        Assert.InRange(passage.Before.Length, 200, 450);
        Assert.InRange(passage.After.Length, 200, 450);
        Assert.False(char.IsLowSurrogate(passage.Before[0]) || char.IsHighSurrogate(passage.After[^1]));
        Assert.Contains(passage.Before + passage.Quote + passage.After, document.Text, StringComparison.Ordinal);
    }

    private static Answer? Verify(params IReadOnlyList<DraftStatement> statements) =>
        AnswerVerifier.Verify(SomeDraft.Of(statements), Language.English, "quotes", "v1");
}
