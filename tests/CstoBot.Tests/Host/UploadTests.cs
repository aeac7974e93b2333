using System.Text;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Fakes;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class UploadTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("Six states are members.");

    [Fact]
    public async Task A_file_of_an_admin_is_shown_and_added_when_that_is_confirmed()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Setting.Changes.Ends = _ => new CorpusOutcome.Done(ScriptedChanges.Report with { Added = ["report.txt"], Failed = [] });

        var preview = await SendAsync(bot, bot.Sandbox.Admin, "report.txt", Content, "Who are the members?");
        await bot.PressAsync(preview, "✅ Add", bot.Sandbox.Admin);
        var ended = await bot.SaysAsync(preview, "in use");

        Assert.Equal("report.txt\n\nTitle: A new report\nDate: 3 February 2025\nLanguage: in English\nPages: 3 · Chunks: 23", preview.Text);
        Assert.Equal(("report.txt", bot.Sandbox.Admin.Id), (Assert.Single(bot.Setting.Uploads.Staged).Name, bot.Setting.Uploads.Staged.Single().UserId));
        Assert.Equal(Content, bot.Setting.Uploads.Staged.Single().Content);
        Assert.Contains("Added: 1\nreport.txt", ended.Text, StringComparison.Ordinal);
        Assert.Equal(new CorpusChange.Add(7), Assert.Single(bot.Setting.Changes.Runs).Change);
        Assert.Empty(bot.Answerer.Asked);
        var noted = Assert.Single(await bot.AuditAsync());
        Assert.Equal((AuditActions.SourceAdded, "7", "report.txt; added 1, changed 0, removed 0, unreadable 0"), (noted.Action, noted.Target, noted.Detail));
    }

    [Fact]
    public async Task A_file_that_is_not_wanted_after_all_is_discarded()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Setting.Uploads.Preview = (name, _) => new UploadPreview(
            7, name, [new UploadedDocument(name, null, null, null, Pages: 0, Chunks: 1, Failure: null)], DuplicateOf: "a.txt", Replaces: true);

        var preview = await SendAsync(bot, bot.Sandbox.Admin, "b.txt", Content);
        await bot.PressAsync(preview, "✖ Cancel", bot.Sandbox.Admin);
        await bot.SaysAsync(preview, "Cancelled: the file was not added.");

        Assert.Equal(
            "b.txt\n\nTitle: not known\nDate: not known\nLanguage: not known\nChunks: 1\n\n⚠ The same is there already: a.txt\n⚠ A document of this name is there already: it would be replaced.",
            preview.Text);
        Assert.Equal([7], bot.Setting.Uploads.Discarded);
        Assert.Empty(bot.Setting.Changes.Runs);
    }

    [Fact]
    public async Task When_the_documents_have_changed_since_the_preview_it_is_shown_again()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Setting.Changes.Ends = _ => new CorpusOutcome.Done(ScriptedChanges.Report);
        var preview = await SendAsync(bot, bot.Sandbox.Admin, "b.txt", Content);
        bot.Setting.Uploads.Again = new UploadPreview(
            7, "b.txt", [new UploadedDocument("b.txt", null, null, null, Pages: 0, Chunks: 1, Failure: null)], DuplicateOf: null, Replaces: true);

        var told = await bot.PressAsync(preview, "✅ Add", bot.Sandbox.Admin);
        var warned = await bot.SaysAsync(preview, "it would be replaced");
        Assert.Equal("The documents have changed since: please look again.", told.Text);
        Assert.Empty(bot.Setting.Changes.Runs);

        await bot.PressAsync(warned, "✅ Add", bot.Sandbox.Admin);
        await bot.SaysAsync(preview, "in use");
        Assert.Equal(new CorpusChange.Add(7), Assert.Single(bot.Setting.Changes.Runs).Change);
    }

    [Fact]
    public async Task An_archive_shows_what_is_in_it()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Setting.Uploads.Preview = (name, _) => new UploadPreview(
            7,
            name,
            [
                new UploadedDocument($"{name}/bad.pdf", null, null, null, 0, 0, "is encrypted"),
                .. Enumerable.Range(1, 12).Select(number => new UploadedDocument($"{name}/{number}.txt", $"Report <{number}>", null, Language.English, 0, 2, null)),
            ],
            DuplicateOf: null,
            Replaces: false);

        var preview = await SendAsync(bot, bot.Sandbox.Admin, "all.zip", Content);

        Assert.StartsWith(
            "all.zip\n\nDocuments: 12, Could not be read: 1, Chunks: 24\n⚠ bad.pdf: is encrypted\n• 1.txt: Report <1>, Chunks: 2\n", preview.Text, StringComparison.Ordinal);
        Assert.EndsWith("• 9.txt: Report <9>, Chunks: 2\n… and 3 more", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_told_why_before_it_is_downloaded()
    {
        await using var bot = await BotFixture.StartAsync();

        var tooLarge = await SendAsync(bot, bot.Sandbox.Admin, "big.pdf", new byte[(20 * 1024 * 1024) + 1]);
        var wrongType = await SendAsync(bot, bot.Sandbox.Admin, "tool.exe", Content);

        Assert.StartsWith("This file is too large: I can take at most 20 MB here.", tooLarge.Text, StringComparison.Ordinal);
        Assert.StartsWith("I cannot read files of this type.", wrongType.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Sandbox.Calls, call => call.Method == "getFile");
        Assert.Empty(bot.Setting.Uploads.Staged);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_or_got_is_told_so()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Setting.Uploads.Preview = (_, _) => throw new UnreadableDocumentException("is <encrypted>");

        var unreadable = await SendAsync(bot, bot.Sandbox.Admin, "a.pdf", Content);
        bot.Sandbox.Fail(Fault.Error("getFile", 500, "Internal Server Error"));
        var notGot = await SendAsync(bot, bot.Sandbox.Admin, "a.pdf", Content);

        Assert.Equal("This file cannot be used.\n\na.pdf is <encrypted>", unreadable.Text);
        Assert.Equal("I could not get this file from Telegram. Please send it again.", notGot.Text);
        Assert.DoesNotContain(bot.Setting.Logs.Lines, line => line.Contains(bot.Sandbox.BotToken.Split(':')[1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_of_somebody_else_is_a_message_without_words_or_its_caption()
    {
        await using var bot = await BotFixture.StartAsync();

        var wordless = await SendAsync(bot, bot.Sandbox.User, "report.txt", Content);
        await SendAsync(bot, bot.Sandbox.User, "report.txt", Content, "Who are the members?");

        Assert.Equal("I can read only text. Please write your question in words.", wordless.Text);
        Assert.Equal(["Who are the members?"], bot.Answerer.Asked.Select(asked => asked.Question));
        Assert.DoesNotContain(bot.Sandbox.Calls, call => call.Method == "getFile");
    }

    [Fact]
    public async Task Files_sent_together_are_shown_one_by_one()
    {
        await using var bot = await BotFixture.StartAsync();

        var first = await SendAsync(bot, bot.Sandbox.Admin, "a.txt", Content);
        var second = await SendAsync(bot, bot.Sandbox.Admin, "b.txt", Content);

        Assert.StartsWith("a.txt\n", first.Text, StringComparison.Ordinal);
        Assert.StartsWith("b.txt\n", second.Text, StringComparison.Ordinal);
    }

    private static async Task<SandboxMessage> SendAsync(BotFixture bot, Person person, string name, byte[] content, string caption = "")
    {
        var chat = bot.Sandbox.PrivateChat(person);
        return await bot.NextFromBotAsync(chat, bot.Sandbox.SendDocument(person, chat, name, content, caption));
    }
}
