using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class OutcomeRendererTests
{
    [Fact]
    public void Writes_statements_with_their_markers_and_then_the_sources()
    {
        var answer = Some.Answer("Six states are members.", "It was founded in 2002.") with { Lead = "The sources differ:" };

        var message = Assert.Single(OutcomeRenderer.Render(new AnswerOutcome.Answered(answer), answerId: 7));

        Assert.Equal(
            """
            The sources differ:

            Six states are members. [1]

            It was founded in 2002. [2]
            [1][2] A report — TASS, 24 June 2024
            """,
            message.Text.Plain);
    }

    [Theory]
    [InlineData(nameof(Language.English), "✔ Checked by a moderator on 23 November 2026")]
    [InlineData(nameof(Language.Russian), "✔ Проверено модератором 23 ноября 2026")]
    public void Above_what_a_moderator_checked_it_says_when(string language, string line)
    {
        var answer = Some.Answer("Six states are members.") with { Checked = new DateOnly(2026, 11, 23), Language = Enum.Parse<Language>(language) };

        var message = Assert.Single(OutcomeRenderer.Render(new AnswerOutcome.Answered(answer), answerId: 7));

        Assert.StartsWith($"{line}\n\nSix states are members. [1]\n", message.Text.Plain, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Language.English), "Moderator's note: Ask <them>.")]
    [InlineData(nameof(Language.Russian), "Примечание модератора: Ask <them>.")]
    public void A_note_is_shown_as_one_and_alone_needs_no_sources(string language, string line)
    {
        var answer = Some.Answer() with { Language = Enum.Parse<Language>(language), Statements = [new Statement("Ask <them>.", []) { IsNote = true }] };

        var message = Assert.Single(OutcomeRenderer.Render(new AnswerOutcome.Answered(answer), answerId: 7));

        Assert.Equal(line, message.Text.Plain);
        Assert.Equal($"<i>{line.Replace("<them>", "&lt;them&gt;", StringComparison.Ordinal)}</i>", message.Text.Html);
        Assert.Equal(line, answer.Text);
    }

    [Fact]
    public void A_note_beside_statements_with_sources_leaves_them_as_they_are()
    {
        var answer = Some.Answer("Six states are members.");
        answer = answer with { Statements = [.. answer.Statements, new Statement("It is open to others.", []) { IsNote = true }] };

        var message = Assert.Single(OutcomeRenderer.Render(new AnswerOutcome.Answered(answer), answerId: 7));

        Assert.Equal(
            """
            Six states are members. [1]

            Moderator's note: It is open to others.
            [1] A report — TASS, 24 June 2024
            """,
            message.Text.Plain);
    }

    [Fact]
    public void Names_each_document_once_and_in_the_language_of_the_question()
    {
        var answer = Some.Answer("Один.", "Два.", "Три.") with
        {
            Language = Language.Russian,
            Citations =
            [
                Some.Citation(1),
                Some.Citation(2, source: "other.txt", title: null, publisher: "ОДКБ") with { Published = null },
                Some.Citation(3),
            ],
        };

        var message = Assert.Single(OutcomeRenderer.Render(new AnswerOutcome.Answered(answer), answerId: 7));

        Assert.EndsWith("[1][3] A report — TASS, 24 июня 2024\n[2] other.txt — ОДКБ, без даты", message.Text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_button_for_each_citation_and_two_to_rate()
    {
        var keyboard = Assert.Single(OutcomeRenderer.Render(Some.Answered("One.", "Two.", "Three."), answerId: 7)).Keyboard!;

        Assert.Equal([2, 1, 2], keyboard.Rows.Select(row => row.Count));
        Assert.Equal(new Button("[1] TASS, 24 June 2024", "c:7:1"), keyboard.Rows[0][0]);
        Assert.Equal([new Button("👍", "f:7:+"), new Button("👎", "f:7:-")], keyboard.Rows[^1]);
    }

    [Fact]
    public void Has_its_buttons_under_the_last_part_of_a_long_answer()
    {
        var messages = OutcomeRenderer.Render(Some.Answered([.. Enumerable.Range(0, 30).Select(number => $"{number} {new string('x', 400)}.")]), answerId: 7);

        Assert.True(messages.Count > 2);
        Assert.All(messages.SkipLast(1), message => Assert.Null(message.Keyboard));
        Assert.NotNull(messages[^1].Keyboard);
        Assert.InRange(messages[^1].Keyboard!.Rows.Sum(row => row.Count), 3, 100);
    }

    [Fact]
    public void Offers_the_nearest_documents_when_it_abstains()
    {
        var abstained = new AnswerOutcome.Abstained(
            Language.English,
            AbstentionReason.NotAnswered,
            "The documents do not say.",
            [new NearDocument("a.txt", "Title <1>", "TASS", new DateOnly(2024, 6, 24), new Uri("https://tass.com/1?a=1&b=\"2\""))]);

        var message = Assert.Single(OutcomeRenderer.Render(abstained, answerId: 7));

        Assert.Equal("The documents do not say.\n\nThe closest documents:\n• Title <1> — TASS, 24 June 2024", message.Text.Plain);
        Assert.Contains("<a href=\"https://tass.com/1?a=1&amp;b=%222%22\"><b>Title &lt;1&gt;</b></a>", message.Text.Html, StringComparison.Ordinal);
        Assert.Null(message.Keyboard);
    }

    [Fact]
    public void Does_not_link_what_is_no_web_address()
    {
        var answer = Some.Answer("One.") with { Citations = [Some.Citation(url: new Uri("javascript:alert(1)"))] };

        Assert.DoesNotContain("<a", OutcomeRenderer.Render(new AnswerOutcome.Answered(answer), 7)[0].Text.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Highlights_the_quote_in_its_passage()
    {
        var message = PassageRenderer.Render(Some.Citation(quote: "a < b"), Language.Russian);

        Assert.Contains("<blockquote>… Before it. <b><u>a &lt; b</u></b> After it. …</blockquote>", message.Text.Html, StringComparison.Ordinal);
        Assert.StartsWith("[1] A report — TASS, 24 июня 2024", message.Text.Plain, StringComparison.Ordinal);
        Assert.Equal("✖ Закрыть", message.Keyboard!.Rows[0][0].Label);
    }
}
