using CstoBot.Answering;
using CstoBot.Ingestion;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Fakes;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class PassageTests
{
    private const string Quote = "You asked: Who?";

    [Fact]
    public async Task A_citation_names_its_page_and_its_heading_and_leads_to_the_original()
    {
        await using var bot = await PrepareAsync();

        var answer = await bot.AskAsync("Who?");
        var passage = await OpenAsync(bot, answer);

        Assert.EndsWith("[1] A report — TASS, 24 June 2024, “Members”, p. 2", answer.Text, StringComparison.Ordinal);
        Assert.StartsWith("[1] A report — TASS, 24 June 2024, “Members”, p. 2 · 2/3\n", passage.Text, StringComparison.Ordinal);
        Assert.Equal("https://example.org/report", passage.InlineKeyboard[^1].Single(button => button.Text == "Original").Url);
    }

    [Fact]
    public async Task What_has_changed_since_opens_as_it_was_quoted_with_pages_to_turn()
    {
        await using var bot = await PrepareAsync();
        var answer = await bot.AskAsync("Who?");
        bot.Run.Switch(new Corpus("v2", [SomeCorpus.Document("Everything is different now.", "report.txt")], []) { Number = 2 });

        var passage = await OpenAsync(bot, answer);
        await bot.PressAsync(passage, "Next passage ▶");
        var third = await bot.SaysAsync(passage, " · 3/3");
        await bot.PressAsync(third, "↩ Back to the quote");
        var back = await bot.SaysAsync(passage, " · 2/3");

        Assert.StartsWith("[1] A report — TASS, 24 June 2024, “Members”, p. 2 · 2/3 · from an earlier version of the document\n", passage.Text, StringComparison.Ordinal);
        Assert.Contains("Third part.", third.Text, StringComparison.Ordinal);
        Assert.Contains("p. 2 · 3/3 · from an earlier version", third.Text, StringComparison.Ordinal);
        Assert.Equal(passage.Text, back.Text);
    }

    [Fact]
    public async Task What_no_kept_version_holds_opens_as_it_was_kept_with_the_answer()
    {
        await using var bot = await PrepareAsync();
        bot.Setting.Archive.Documents = [];
        var answer = await bot.AskAsync("Who?");
        bot.Run.Switch(new Corpus("v2", [SomeCorpus.Document("Everything is different now.", "report.txt")], []) { Number = 2 });

        var passage = await OpenAsync(bot, answer);

        Assert.Contains($"… Before it. {Quote} After it. …", passage.Text, StringComparison.Ordinal);
        Assert.Equal(["Original", "✖ Close"], passage.InlineKeyboard.Single().Select(button => button.Text));
    }

    /// <summary>A document of three passages on two pages, the second of which holds the quote.</summary>
    private static async Task<BotFixture> PrepareAsync()
    {
        var bot = await BotFixture.PrepareAsync();
        var filling = string.Concat(Enumerable.Repeat("Nothing of note happened on that day either. ", 44));
        var text = $"First part. {filling}\n\n{Quote} {filling}\n\nThird part. {filling}";
        var start = text.IndexOf(Quote, StringComparison.Ordinal);
        var document = SomeCorpus.Document(text, "report.txt") with { PageStarts = [0, start] };
        bot.Setting.Documents = [document];
        bot.Setting.Archive.Documents = [document];
        var citation = Some.Citation(quote: Quote, url: new Uri("https://example.org/report")) with { Start = start, Page = 2, Heading = "Members", ContentHash = document.ContentHash };
        bot.Answerer.Answer = (_, _) => Task.FromResult<AnswerOutcome>(new AnswerOutcome.Answered(Some.Answer(Quote) with { Citations = [citation] }));
        await bot.StartBotAsync();
        return bot;
    }

    private static async Task<SandboxMessage> OpenAsync(BotFixture bot, SandboxMessage answer)
    {
        await bot.PressAsync(answer, "[1] TASS, 24 June 2024");
        return await bot.NextFromBotAsync(bot.Private, answer.Id);
    }
}
