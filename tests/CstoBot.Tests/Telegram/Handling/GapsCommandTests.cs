using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation.Gaps;
using CstoBot.Retrieval;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Telegram.Handling;

public sealed class GapsCommandTests
{
    private const long Moderator = 7;
    private const long Admin = 8;
    private const string AnthemInTwoLanguages = "Кто написал гимн?";

    private readonly FakeTimeProvider time = new(Some.Time.AddHours(1));

    [Fact]
    public async Task Shows_what_most_people_ask_first_with_examples_and_the_nearest_documents()
    {
        using var fixture = await AskedAsync();

        var shown = Assert.IsType<Outgoing.Message>(Assert.Single((await RunAsync(fixture)).Messages)).Content;

        Assert.StartsWith("Gap 1 · open, 1 of 2\nPeople who asked: 2, times: 3\n1 March 2026\nAsked: ", shown.Text.Plain, StringComparison.Ordinal);
        Assert.Contains("Who wrote the anthem?", shown.Text.Plain, StringComparison.Ordinal);
        Assert.Contains(AnthemInTwoLanguages, shown.Text.Plain, StringComparison.Ordinal);
        Assert.Contains("• ", shown.Text.Plain, StringComparison.Ordinal);
        Assert.Equal(["✍️ Answer", "🚫 Out of scope", "📄 Ask for a document", "›"], Labels(shown));
    }

    [Fact]
    public async Task A_number_stays_when_others_come_before_it()
    {
        using var fixture = await AskedAsync();
        var first = await RunAndStoreAsync(fixture);
        await AskAsync(fixture, 10, 50, "How many tanks are there?");
        await AskAsync(fixture, 11, 51, "How many tanks are there?");
        await fixture.ReopenAsync();

        var page = Shown(await PressAsync(fixture, Data(first, "›")));

        Assert.StartsWith("Gap 1 · open, 2 of 3", page.Text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_out_of_scope_is_settled_and_can_be_opened_again()
    {
        using var fixture = await AskedAsync();
        var gap = await RunAndStoreAsync(fixture);

        var marked = await StoreAsync(fixture, await PressAsync(fixture, Data(gap, "🚫 Out of scope")));
        var settled = Shown(await PressAsync(fixture, "/gaps settled 1"));
        await StoreAsync(fixture, await PressAsync(fixture, Data(settled, "↩️ Reopen")));

        Assert.Contains("Marked as out of scope on 1 March 2026.", Shown(marked).Text.Plain, StringComparison.Ordinal);
        Assert.StartsWith("Gap 1 · settled, 1 of 1", settled.Text.Plain, StringComparison.Ordinal);
        Assert.Equal("No gap has been settled yet.", Shown(await PressAsync(fixture, "/gaps settled 1")).Text.Plain);
    }

    [Fact]
    public async Task Admins_are_asked_for_a_document_once()
    {
        using var fixture = await AskedAsync();
        var button = Data(await RunAndStoreAsync(fixture), "📄 Ask for a document");

        var first = await StoreAsync(fixture, await PressAsync(fixture, button));
        var second = await PressAsync(fixture, button);

        var request = Assert.Single(first.Messages.OfType<Outgoing.Message>());
        Assert.Equal((new ChatPlace(Admin, 0, IsGroup: false), true), (request.Place, request.Content.Text.Plain.Contains("Who wrote the anthem?", StringComparison.Ordinal)));
        Assert.Empty(second.Messages);
        Assert.Empty(second.Changes);
        Assert.Equal("The admins have been asked already.", Assert.IsType<Instant.ButtonReply>(second.Instant).Text);
    }

    [Fact]
    public async Task A_button_of_a_gap_that_became_another_shows_the_list_as_it_is()
    {
        using var fixture = await AskedAsync();
        await RunAndStoreAsync(fixture);

        var effects = await PressAsync(fixture, "/gaps out 1 0000 open 1");

        Assert.DoesNotContain(effects.Changes, change => change is Change.GapMarked);
        Assert.Equal("The list has changed. Here is what is there now.", Assert.IsType<Instant.ButtonReply>(effects.Instant).Text);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(Moderator, true)]
    public async Task Nobody_else_and_no_group_sees_or_changes_anything(long user, bool isGroup)
    {
        using var fixture = await AskedAsync();
        var button = Data(await RunAndStoreAsync(fixture), "🚫 Out of scope");

        var (told, pressed) = (await RunAsync(fixture, user, isGroup), await PressAsync(fixture, button, user, isGroup));

        Assert.DoesNotContain("anthem", Assert.IsType<Outgoing.Message>(Assert.Single(told.Messages)).Content.Text.Plain, StringComparison.Ordinal);
        Assert.All(told.Changes.Concat(pressed.Changes), change => Assert.Equal(AuditActions.Refused, Assert.IsType<Change.Audited>(change).Entry.Action));
        Assert.Empty(pressed.Messages);
    }

    [Theory]
    [InlineData("")]
    [InlineData("open 0")]
    [InlineData("open -1")]
    [InlineData("open 99999999999")]
    [InlineData("out 1 zzzz open 1")]
    [InlineData("out 01 0000 open 1")]
    [InlineData("out 999999999999999999999 0000 open 1")]
    [InlineData("burn 1 0000 open 1")]
    [InlineData("open 1\n")]
    public void What_is_no_button_means_nothing(string argument) => Assert.Null(GapButton.ParseOrNull(argument));

    [Fact]
    public void Every_button_is_read_as_it_was_written_and_fits()
    {
        foreach (var action in Enum.GetValues<GapAction>())
        {
            var button = new GapButton.Act(action, 999_999_999_999_999_999, "09af", IsOpen: false, 999_999_999);

            Assert.Equal(button, GapButton.ParseOrNull(CommandButton.ParseOrNull(button.ToString())!.Argument));
            Assert.InRange(button.ToString().Length, 1, 64);
        }
    }

    private static async Task<SqliteFixture> AskedAsync()
    {
        var fixture = await SqliteFixture.CreateAsync();
        await AskAsync(fixture, 1, 20, "Who painted the emblem?");
        await AskAsync(fixture, 2, 20, "Who wrote the anthem?");
        await AskAsync(fixture, 3, 21, "Who wrote the anthem?");
        await AskAsync(fixture, 4, 21, AnthemInTwoLanguages);
        return fixture;
    }

    private static Task AskAsync(SqliteFixture fixture, long id, long user, string question) => fixture.GiveAnswerAsync(
        Some.Given(id, new AnswerOutcome.Abstained(LanguageDetector.Of(question, null), AbstentionReason.NotAnswered, "No.", [])) with
        {
            Question = question,
            Conversation = new ConversationKey(user, 0, user),
            AnsweredAt = Some.Time.AddMinutes(id),
        });

    private CommandHandler Command(SqliteFixture fixture)
    {
        var index = new CurrentIndex();
        index.Switch(SomeCorpus.Index("terms:\n  - [anthem, гимн]\n  - [wrote, написал]\n", ["Minsk has an anthem and an emblem.", "Yerevan too."]));
        var roles = new RolesOptions { Admins = [$"{Admin}"], Moderators = [$"{Moderator}"] };
        var moderation = new SomeModeration(fixture.Database, time, new ScriptedAnswerer(), options: null, roles, index);
        var gaps = new GapsCommand(
            new GapList(new SqliteGapStore(fixture.Database), index),
            moderation.Cards,
            moderation.Roles,
            new GapAnswering(moderation.Cases, moderation.Cards, time),
            time);
        return new CommandHandler([gaps], moderation.Roles, time);
    }

    private Task<Effects> RunAsync(SqliteFixture fixture, long user = Moderator, bool isGroup = false) =>
        Command(fixture).HandleAsync(new Incoming.Command(Origin(user, isGroup), CommandText.Gaps), CancellationToken.None);

    private Task<Effects> PressAsync(SqliteFixture fixture, string data, long user = Moderator, bool isGroup = false) => Command(fixture)
        .PressAsync(new Incoming.ButtonPress(Origin(user, isGroup), "callback", data), CommandButton.ParseOrNull(data)!, CancellationToken.None);

    private async Task<RenderedMessage> RunAndStoreAsync(SqliteFixture fixture) =>
        ((Outgoing.Message)(await StoreAsync(fixture, await RunAsync(fixture))).Messages[0]).Content;

    private static async Task<Effects> StoreAsync(SqliteFixture fixture, Effects effects)
    {
        await fixture.CompleteAsync(effects);
        return effects;
    }

    private static RenderedMessage Shown(Effects effects) => effects.Messages.OfType<Outgoing.Edit>().Single().Content;

    private static IEnumerable<string> Labels(RenderedMessage message) => message.Keyboard!.Rows.SelectMany(row => row).Select(button => button.Label);

    private static string Data(RenderedMessage message, string label) => message.Keyboard!.Rows.SelectMany(row => row).Single(button => button.Label == label).Data;

    private static Origin Origin(long user, bool isGroup) => new(new ConversationKey(isGroup ? -100 : user, 0, user), 44, isGroup, "en");
}
