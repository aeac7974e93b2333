using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Telegram.Handling;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class ButtonTests
{
    [Fact]
    public async Task A_citation_opens_its_passage_with_the_quote_highlighted_even_after_a_restart()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = await bot.AskAsync("Who?");
        await bot.StopBotAsync();
        await bot.StartBotAsync();

        await PressAsync(bot, answer, "[1] TASS, 24 June 2024");
        var passage = await bot.NextFromBotAsync(bot.Private, answer.Id);

        Assert.Equal("[1] A report — TASS, 24 June 2024\n… Before it. You asked: Who? After it. …", passage.Text);
        Assert.Equal(answer.Id, passage.ReplyToMessageId);
        var underlined = Assert.Single(passage.Entities, entity => entity.Type == "underline");
        Assert.Equal("You asked: Who?", passage.Text.Substring(underlined.Offset, underlined.Length));
    }

    [Fact]
    public async Task A_tap_that_cannot_be_dealt_with_is_told_so()
    {
        await using var bot = await BotFixture.PrepareAsync();
        (bot.Setting.FollowUps.Offered, bot.Setting.FollowUps.Fault) = (new FollowUps(HasMore: true, []), new InvalidOperationException("A fault."));
        await bot.StartBotAsync();
        var answer = await bot.AskAsync("Who?");

        var shown = await bot.PressAsync(answer, "More detail");

        Assert.Equal(("Something went wrong. Please try again later.", true), (shown.Text, shown.ShowAlert));
        Assert.Single(bot.FromBot(bot.Private));
    }

    [Fact]
    public async Task Close_removes_the_passage()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = await bot.AskAsync("Who?");
        await PressAsync(bot, answer, "[1] TASS, 24 June 2024");
        var passage = await bot.NextFromBotAsync(bot.Private, answer.Id);

        await PressAsync(bot, passage, "✖ Close");
        var next = await bot.AskAsync("Next?");

        Assert.Equal([answer.Id, next.Id], bot.FromBot(bot.Private).Select(message => message.Id));
    }

    [Fact]
    public async Task A_vote_is_counted_once_a_person_and_may_be_changed()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = await bot.AskAsync("Who?");

        var first = await PressAsync(bot, answer, "👍");
        await PressAsync(bot, answer, "👎");

        Assert.Equal("Thank you!", first.Text);
        var id = long.Parse(Button(answer, "👍").CallbackData!.Split(':')[1], provider: null);
        Assert.Equal(new Votes(Up: 0, Down: 1), await bot.Run.Services.GetRequiredService<IFeedbackStore>().CountAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task A_vote_against_asks_for_its_reason_and_then_shows_the_buttons_again_with_the_vote()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = await bot.AskAsync("Who?");

        await PressAsync(bot, answer, "👎");
        var asking = await WithButtonAsync(bot, answer, "Outdated");
        await bot.StopBotAsync();
        await bot.StartBotAsync();
        await PressAsync(bot, asking, "Outdated");
        var voted = await WithButtonAsync(bot, answer, "✓ 👎");

        Assert.Equal(["Wrong", "Outdated", "Incomplete", "Not what I asked", "↩ Back"], Labels(asking));
        Assert.Equal(["[1] TASS, 24 June 2024", "👍", "✓ 👎"], Labels(voted));
        Assert.Equal(new CastVote(Vote.Down, VoteReason.Outdated), await VoteAsync(bot, answer));
    }

    [Fact]
    public async Task Who_gives_no_reason_has_voted_all_the_same()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = await bot.AskAsync("Who?");

        await PressAsync(bot, answer, "👎");
        await PressAsync(bot, await WithButtonAsync(bot, answer, "↩ Back"), "↩ Back");
        await WithButtonAsync(bot, answer, "✓ 👎");

        Assert.Equal(new CastVote(Vote.Down, null), await VoteAsync(bot, answer));
    }

    [Fact]
    public async Task In_a_group_a_vote_leaves_the_buttons_as_everybody_sees_them()
    {
        await using var bot = await BotFixture.StartAsync();
        var group = bot.Sandbox.Group;
        var answer = await bot.AskAsync(bot.Sandbox.User, group, $"@{bot.Sandbox.Bot.Username} who?");

        var reply = await bot.Sandbox.Press(bot.Sandbox.Moderator, group, answer.Id, Button(answer, "👎").CallbackData!)
            .Answer.WaitAsync(BotFixture.Patience, CancellationToken.None);
        var later = await bot.AskAsync(bot.Sandbox.User, group, $"@{bot.Sandbox.Bot.Username} and then?");

        Assert.Equal("Thank you!", reply.Text);
        Assert.Equal(Labels(answer), Labels(bot.FromBot(group).First(message => message.Id == answer.Id)));
        Assert.NotEqual(answer.Id, later.Id);
    }

    [Fact]
    public async Task The_pages_of_a_cited_document_are_turned_in_place()
    {
        await using var bot = await StartWithPagesAsync();
        var answer = await bot.AskAsync("Who?");
        await PressAsync(bot, answer, "[1] TASS, 24 June 2024");
        var passage = await bot.NextFromBotAsync(bot.Private, answer.Id);
        await bot.StopBotAsync();
        await bot.StartBotAsync();

        await PressAsync(bot, passage, "Next passage ▶");
        var next = await ReadingAsync(bot, passage, "3/3");
        await PressAsync(bot, next, "◀ Previous passage");
        var home = await ReadingAsync(bot, passage, "2/3");
        await PressAsync(bot, home, "◀ Previous passage");
        var first = await ReadingAsync(bot, passage, "1/3");
        await PressAsync(bot, first, "↩ Back to the quote");
        var back = await ReadingAsync(bot, passage, "2/3");

        Assert.Equal(["◀ Previous passage", "Next passage ▶", "✖ Close"], Labels(passage));
        Assert.Equal(["◀ Previous passage", "↩ Back to the quote", "✖ Close"], Labels(next));
        Assert.Contains("Third part.", next.Text, StringComparison.Ordinal);
        Assert.Equal(["Next passage ▶", "↩ Back to the quote", "✖ Close"], Labels(first));
        Assert.Equal(passage.Text, home.Text);
        Assert.Equal(passage.Text, back.Text);
        Assert.Contains(back.Entities, entity => entity.Type == "underline" && back.Text.Substring(entity.Offset, entity.Length) == Quote);
    }

    [Fact]
    public async Task Pages_of_a_document_that_has_changed_are_not_turned()
    {
        await using var bot = await StartWithPagesAsync();
        var answer = await bot.AskAsync("Who?");
        await PressAsync(bot, answer, "[1] TASS, 24 June 2024");
        var passage = await bot.NextFromBotAsync(bot.Private, answer.Id);
        await bot.StopBotAsync();
        bot.Setting.Documents = [SomeCorpus.Document("Another text.\n\nOf two paragraphs.", "report.txt")];
        await bot.StartBotAsync();

        var reply = await PressAsync(bot, passage, "Next passage ▶");
        await PressAsync(bot, answer, "[1] TASS, 24 June 2024");
        var kept = await bot.NextFromBotAsync(bot.Private, passage.Id);

        Assert.True(reply.ShowAlert);
        Assert.StartsWith("This document has changed", reply.Text, StringComparison.Ordinal);
        Assert.Equal(["✖ Close"], Labels(kept));
        Assert.Contains(Quote, kept.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_detail_comes_as_a_reply_whose_citations_open_too()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Setting.FollowUps.Offered = new FollowUps(HasMore: true, []);
        bot.Setting.FollowUps.More = Some.Answer("More of it.");
        await bot.AskAsync("Who leads the staff of the council?");
        var answer = await bot.AskAsync("and when?");
        await bot.StopBotAsync();
        await bot.StartBotAsync();

        await PressAsync(bot, answer, "More detail");
        var more = await bot.NextFromBotAsync(bot.Private, answer.Id);
        await PressAsync(bot, more, "[1] TASS, 24 June 2024");
        var passage = await bot.NextFromBotAsync(bot.Private, more.Id);

        Assert.Equal(new StandaloneQuestion("and when?", "Who leads the staff of the council?"), Assert.Single(bot.Setting.FollowUps.Wanted));
        Assert.StartsWith("More on: and when?\n\nMore of it. [1]", more.Text, StringComparison.Ordinal);
        Assert.Equal(answer.Id, more.ReplyToMessageId);
        Assert.Contains("More of it.", passage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_more_is_left_the_button_says_so()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Setting.FollowUps.Offered = new FollowUps(HasMore: true, []);
        var answer = await bot.AskAsync("Who?");

        var reply = await PressAsync(bot, answer, "More detail");

        Assert.True(reply.ShowAlert);
        Assert.StartsWith("The documents hold nothing more", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_offered_is_asked_as_if_it_had_been_written()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Setting.Settings["Limits:QuestionsPerMinute"] = "2";
        bot.Setting.FollowUps.Offered = new FollowUps(HasMore: false, ["What is next?", "Who?"]);
        await bot.StopBotAsync();
        await bot.StartBotAsync();
        var answer = await bot.AskAsync("Where?");
        bot.Setting.FollowUps.Offered = FollowUps.None;

        await PressAsync(bot, answer, "What is next?");
        var next = await bot.NextFromBotAsync(bot.Private, answer.Id);
        await PressAsync(bot, answer, "What is next?");
        var refusal = await bot.NextFromBotAsync(bot.Private, next.Id);

        Assert.StartsWith("What is next?\n\nYou asked: What is next? [1]", next.Text, StringComparison.Ordinal);
        Assert.Contains(next.Entities, entity => entity is { Type: "bold", Offset: 0 });
        Assert.Empty(bot.Answerer.Asked.Last().History);
        Assert.StartsWith("That is too many questions for one minute (limit: 2)", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_before_is_not_offered_again()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Setting.FollowUps.Offered = new FollowUps(HasMore: false, ["What does the council decide?", "Council: what do the sources say?", "Astana: what do the sources say?"]);
        await bot.AskAsync("What do the councils decide?");

        var answer = await bot.AskAsync("Where?");

        Assert.Equal(["[1] TASS, 24 June 2024", "Astana: what do the sources say?", "👍", "👎"], Labels(answer));
    }

    [Fact]
    public async Task A_button_of_an_answer_no_longer_kept_says_so_in_the_users_language()
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = await bot.AskAsync("Who?");
        await bot.StopBotAsync();
        using var emptied = new TemporaryFolder();
        bot.Setting.Settings["Data:Folder"] = emptied.Path;
        await bot.StartBotAsync();
        bot.Sandbox.SetLanguage(bot.Sandbox.User, "ru");

        var reply = await PressAsync(bot, answer, "👍");

        Assert.StartsWith("Эта кнопка больше не действует", reply.Text, StringComparison.Ordinal);
        Assert.True(reply.ShowAlert);
        await bot.StopBotAsync();
    }

    private const string Quote = "You asked: Who?";

    /// <summary>A document of three passages, the second of which holds the quote.</summary>
    private static async Task<BotFixture> StartWithPagesAsync()
    {
        var bot = await BotFixture.PrepareAsync();
        var filling = string.Concat(Enumerable.Repeat("Nothing of note happened on that day either. ", 44));
        var text = $"First part. {filling}\n\n{Quote} {filling}\n\nThird part. {filling}";
        bot.Setting.Documents = [SomeCorpus.Document(text, "report.txt")];
        var start = text.IndexOf(Quote, StringComparison.Ordinal);
        bot.Answerer.Answer = (_, _) => Task.FromResult<AnswerOutcome>(
            new AnswerOutcome.Answered(Some.Answer(Quote) with { Citations = [Some.Citation(quote: Quote) with { Start = start }] }));
        await bot.StartBotAsync();
        return bot;
    }

    private static Task<SandboxMessage> ReadingAsync(BotFixture bot, SandboxMessage passage, string place) =>
        bot.WaitAsync(bot.Private, message => message.Id == passage.Id && message.Text.Contains($" · {place}\n", StringComparison.Ordinal));

    private static Task<SandboxMessage> WithButtonAsync(BotFixture bot, SandboxMessage answer, string label) =>
        bot.WaitAsync(bot.Private, message => message.Id == answer.Id && Labels(message).Contains(label));

    private static IReadOnlyList<string> Labels(SandboxMessage message) => [.. message.InlineKeyboard.SelectMany(row => row).Select(button => button.Text)];

    private static Task<CastVote?> VoteAsync(BotFixture bot, SandboxMessage answer) => bot.Run.Services.GetRequiredService<IFeedbackStore>()
        .FindOrNullAsync(long.Parse(Button(answer, "👍").CallbackData!.Split(':')[1], provider: null), bot.Sandbox.User.Id, CancellationToken.None);

    private static SandboxButton Button(SandboxMessage message, string label) =>
        message.InlineKeyboard.SelectMany(row => row).Single(button => button.Text == label);

    private static Task<CallbackAnswer> PressAsync(BotFixture bot, SandboxMessage message, string label) => bot.Sandbox
        .Press(bot.Sandbox.User, bot.Private, message.Id, Button(message, label).CallbackData!)
        .Answer.WaitAsync(BotFixture.Patience, CancellationToken.None);
}
