using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class SourceTests
{
    [Fact]
    public async Task Admins_see_how_each_document_is_and_others_the_public_list()
    {
        await using var bot = await PrepareAsync();
        var (admin, office) = (bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin));

        var list = await bot.AskAsync(admin, office, "/sources");
        var inGroup = await bot.AskAsync(admin, bot.Sandbox.Group, "/sources");
        var others = await bot.AskAsync("/sources");

        Assert.Equal(
            """
            Documents I answer from:
            Version 5 (v1), last read: 2026-03-01 12:00 UTC
            Documents: 2, Could not be read: 2

            1. A <report>
            folder · 24 June 2024 (stated by the file) · in English · Chunks: 1 · last read: 2026-03-01 12:00 UTC

            2. Another report
            sent · 24 June 2024 · in English · Chunks: 1 · last read: 2026-03-01 12:00 UTC
            ⚠ is encrypted

            Could not be read:
            c.docx: is damaged

            Removed by admins:
            old.txt
            """,
            list.Text);
        Assert.DoesNotContain("Chunks", inGroup.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("encrypted", others.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_document_is_shown_with_who_says_what_of_it()
    {
        await using var bot = await PrepareAsync();

        var shown = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), "/source 1");

        Assert.Equal(
            """
            1. A <report>

            File: a.txt (folder)
            Title: A <report> (corrected by an admin)
            Publisher: TASS (sources.yaml)
            Date: 24 June 2024 (stated by the file)
            Address: https://example.org/a (stated in the text)
            Language: in English (inferred)
            Pages: 2 · Sections: 1 · Chunks: 1
            last read: 2026-03-01 12:00 UTC

            To correct: /source 1 title New title. In the same way publisher, published 2024-06-24, url https://…, language en. Without a value, what the document says holds again.
            """,
            shown.Text);
        Assert.Equal(["Remove"], shown.InlineKeyboard[0].Select(button => button.Text));
    }

    [Fact]
    public async Task A_document_is_corrected_field_by_field()
    {
        await using var bot = await PrepareAsync();
        bot.Setting.Changes.Ends = _ => new CorpusOutcome.Done(ScriptedChanges.Report with { Added = [], Changed = ["a.txt"], Failed = [] });
        var (admin, office) = (bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin));

        foreach (var command in new[] { "/source 1 publisher  The <Press>  Office", "/source 1 published 2025-02-03", "/source 1 url https://example.org/b?c=d", "/source 1 language ru", "/source 1 title" })
        {
            await bot.SaysAsync(await bot.AskAsync(admin, office, command), "Changed: 1\na.txt");
        }

        var made = bot.Setting.Changes.Runs.Select(run => Assert.IsType<CorpusChange.Correct>(run.Change)).ToList();
        var title = DocumentMetadata.Unknown with { Title = "A <report>" };
        Assert.Equal(
            [
                title with { Publisher = "The <Press> Office" },
                title with { Published = new DateOnly(2025, 2, 3) },
                title with { Url = new Uri("https://example.org/b?c=d") },
                title with { Language = Language.Russian },
                DocumentMetadata.Unknown,
            ],
            made.Select(correct => correct.Metadata));
        Assert.All(made, correct => Assert.Equal("a.txt", correct.Name));
        Assert.Equal(
            ["a.txt: publisher", "a.txt: published", "a.txt: url", "a.txt: language", "a.txt: title"],
            (await bot.AuditAsync()).Where(entry => entry.Action == AuditActions.SourceCorrected).Select(entry => entry.Target));
    }

    [Fact]
    public async Task What_cannot_be_meant_is_told_why_and_changes_nothing()
    {
        await using var bot = await PrepareAsync();
        var (admin, office) = (bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin));

        async Task<string> SayAsync(string text) => (await bot.AskAsync(admin, office, text)).Text;

        Assert.Equal("Write the number of a document: /source 3. /sources lists them.", await SayAsync("/source"));
        Assert.Equal("There is no document with this number. /sources lists them.", await SayAsync("/source 3"));
        Assert.Equal("I can correct: title, publisher, published (or date), url, language.", await SayAsync("/source 1 colour red"));
        Assert.Equal("A date is written as 2024-06-24, and it has passed.", await SayAsync("/source 1 published 2024-02-30"));
        Assert.Equal("A date is written as 2024-06-24, and it has passed.", await SayAsync("/source 1 date 2124-02-03"));
        Assert.Equal("An address begins with http:// or https:// and has no spaces.", await SayAsync("/source 1 url file:///etc/passwd"));
        Assert.Equal("The language is en or ru.", await SayAsync("/source 1 language fr"));
        Assert.Equal("Nothing of that was corrected.", await SayAsync("/source 1 publisher"));
        Assert.Equal("That is too long: at most 300 characters.", await SayAsync($"/source 1 title {new string('x', 301)}"));
        Assert.Equal("Write the number of a document: /remove 3. /sources lists them.", await SayAsync("/remove 1 2"));
        Assert.Empty(bot.Setting.Changes.Runs);
    }

    [Fact]
    public async Task A_document_is_removed_when_that_is_confirmed_for_the_list_as_it_is()
    {
        await using var bot = await PrepareAsync();
        bot.Setting.Changes.Ends = _ => new CorpusOutcome.Done(ScriptedChanges.Report with { Added = [], Removed = ["b.pdf"], Failed = [] });
        var (admin, office) = (bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin));

        var details = await bot.AskAsync(admin, office, "/source 2");
        await bot.PressAsync(details, "Remove", admin);
        var question = await bot.NextFromBotAsync(office, details.Id);
        await bot.PressAsync(question, "Remove", admin);
        await bot.SaysAsync(question, "Removed: 1\nb.pdf");
        var second = await bot.AskAsync(admin, office, "/remove 2");
        bot.Run.Switch(new Corpus("v6", bot.Setting.Documents, []) { Number = 6 });
        var stale = await bot.PressAsync(second, "Remove", admin);

        Assert.StartsWith("Remove document 2, “Another report”?", question.Text, StringComparison.Ordinal);
        Assert.Equal(new CorpusChange.Remove("b.pdf"), Assert.Single(bot.Setting.Changes.Runs).Change);
        Assert.Equal(("The list has changed, look again: /sources", true), (stale.Text, stale.ShowAlert));
        Assert.Equal([(AuditActions.SourceRemoved, "b.pdf")], (await bot.AuditAsync()).Select(entry => (entry.Action, entry.Target)));
    }

    private static async Task<BotFixture> PrepareAsync()
    {
        var bot = await BotFixture.PrepareAsync();
        var origins = new MetadataOrigins(MetadataOrigin.Admin, MetadataOrigin.Manifest, MetadataOrigin.File, MetadataOrigin.Text, MetadataOrigin.Inferred);
        var first = Some.Document("a.txt", "A <report>");
        bot.Setting.Documents =
        [
            first with { Metadata = first.Metadata with { Url = new Uri("https://example.org/a"), Origins = origins }, PageStarts = [0, 2] },
            Some.Document("b.pdf", "Another report"),
        ];
        bot.Setting.Corpus = corpus => corpus with
        {
            Number = 5,
            ReadAt = Some.Time,
            Failures = [new FailedDocument("c.docx", "is damaged")],
            LeftOut = ["old.txt"],
            States = new Dictionary<string, DocumentState>
            {
                ["a.txt"] = new(DocumentOrigin.Folder, Some.Time, Failure: null, DocumentMetadata.Unknown with { Title = "A <report>" }),
                ["b.pdf"] = new(DocumentOrigin.Upload, Some.Time, "is encrypted", Correction: null),
            },
        };
        await bot.StartBotAsync();
        return bot;
    }
}
