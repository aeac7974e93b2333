using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Telegram.Rendering;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class PassageRendererTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(9_000)]
    [InlineData(17_999)]
    public void A_passage_too_long_for_a_message_is_shortened_far_from_its_quote(int start)
    {
        var document = SomeCorpus.Document(string.Concat(Enumerable.Repeat("Word. ", 3_000)));
        var chunk = new Chunk(document, document.Sections[0], [new Sentence(new TextSpan(0, document.Text.Length), SentenceRole.Statement)]);
        var citation = Some.Citation() with { Start = start, Length = 1 };

        var message = PassageRenderer.Render(7, citation, new PassagePlace(chunk, 2, 27, IsHome: true), Language.English);

        Assert.InRange(message.Text.Plain.Length, 3_000, TelegramHtml.MaxLength);
        Assert.Contains("<b><u>", message.Text.Html, StringComparison.Ordinal);
        Assert.Contains("24 June 2024 · 3/27\n", message.Text.Plain, StringComparison.Ordinal);
        Assert.Equal(["◀ Previous passage", "Next passage ▶", "✖ Close"], message.Keyboard!.Rows.SelectMany(row => row).Select(button => button.Label));
    }

    [Fact]
    public void Neither_a_title_nor_a_quote_of_any_length_needs_a_second_message()
    {
        var (title, quote) = (new string('t', 10_000), new string('q', 10_000));

        var message = PassageRenderer.Render(Some.Citation(title: title, publisher: title, quote: quote), Language.Russian);

        Assert.InRange(message.Text.Plain.Length, 3_000, TelegramHtml.MaxLength);
        Assert.NotNull(message.Keyboard);
    }
}
