using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class GroupTests
{
    [Fact]
    public async Task Answers_a_mention_as_a_reply()
    {
        await using var bot = await BotFixture.StartAsync();
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Sandbox.Group, $"@{bot.Sandbox.Bot.Username} who is a member?");

        var answer = await bot.NextFromBotAsync(bot.Sandbox.Group, question);

        Assert.StartsWith("You asked: who is a member? [1]", answer.Text, StringComparison.Ordinal);
        Assert.Equal(question, answer.ReplyToMessageId);
    }

    [Fact]
    public async Task Answers_a_reply_to_its_message_and_a_command()
    {
        await using var bot = await BotFixture.StartAsync();
        var group = bot.Sandbox.Group;

        var first = await bot.AskAsync(bot.Sandbox.User, group, $"/ask@{bot.Sandbox.Bot.Username} who?");
        var second = await bot.AskAsync(bot.Sandbox.Moderator, group, "and when?", replyTo: first.Id);

        Assert.StartsWith("You asked: who?", first.Text, StringComparison.Ordinal);
        Assert.StartsWith("You asked: and when?", second.Text, StringComparison.Ordinal);
        Assert.Empty(bot.Answerer.Asked.Last().History);
    }

    [Fact]
    public async Task Is_silent_otherwise_even_where_it_hears_everything_and_keeps_none_of_it()
    {
        await using var bot = await BotFixture.StartAsync();
        var group = bot.Sandbox.Group;
        bot.Sandbox.PromoteBot(group);

        bot.Sandbox.Send(bot.Sandbox.User, group, "Who is a member, I wonder in private?");
        bot.Sandbox.Send(bot.Sandbox.User, group, "/ask@another_bot who?");
        bot.Sandbox.Send(bot.Sandbox.User, group, "/help@another_bot");
        bot.Sandbox.Send(bot.Sandbox.User, group, "/roll");
        await bot.AskAsync(bot.Sandbox.User, group, $"@{bot.Sandbox.Bot.Username} now?");

        Assert.Single(bot.FromBot(group));
        Assert.Equal("now?", Assert.Single(bot.Answerer.Asked).Question);
        Assert.DoesNotContain(bot.Setting.Logs.Lines, line => line.Contains("I wonder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_somebody_else_wrote_is_the_question_when_it_is_replied_to_with_a_mention()
    {
        await using var bot = await BotFixture.StartAsync();
        var group = bot.Sandbox.Group;
        var theirs = bot.Sandbox.Send(bot.Sandbox.Moderator, group, "Кто генеральный секретарь?");

        await bot.AskAsync(bot.Sandbox.User, group, $"@{bot.Sandbox.Bot.Username}", replyTo: theirs);
        await bot.AskAsync(bot.Sandbox.Admin, group, $"@{bot.Sandbox.Bot.Username} and since when?", replyTo: theirs);

        Assert.Equal(["Кто генеральный секретарь?", "and since when?"], bot.Answerer.Asked.Select(asked => asked.Question));
        Assert.Equal(["Кто генеральный секретарь?"], bot.Answerer.Asked.Last().History);
    }

    [Fact]
    public async Task Stays_in_the_topic_and_keeps_topics_apart()
    {
        await using var bot = await BotFixture.StartAsync();
        var forum = bot.Sandbox.Forum;
        var topics = bot.Sandbox.Topics(forum).Keys.ToList();

        var first = await AskInTopicAsync(bot, forum, topics[0]);
        var second = await AskInTopicAsync(bot, forum, topics[1]);

        Assert.Equal((topics[0], topics[1]), (first.ThreadId, second.ThreadId));
        Assert.All(bot.Answerer.Asked, asked => Assert.Empty(asked.History));
    }

    [Theory]
    [InlineData("en", "Hello!")]
    [InlineData("ru", "Здравствуйте!")]
    public async Task Greets_once_a_group_that_it_is_added_to_and_says_nothing_when_it_is_removed(string language, string expected)
    {
        await using var bot = await BotFixture.StartAsync();
        var group = bot.Sandbox.Group;
        bot.Sandbox.SetLanguage(bot.Sandbox.Admin, language);

        bot.Sandbox.KickBot(group);
        bot.Sandbox.AddBot(group);
        await bot.NextFromBotAsync(group, 0);
        bot.Sandbox.PromoteBot(group);
        await bot.AskAsync(bot.Sandbox.User, group, "/ask who?");

        var greeting = bot.FromBot(group)[0];
        Assert.Equal(2, bot.FromBot(group).Count);
        Assert.StartsWith(expected, greeting.Text, StringComparison.Ordinal);
        Assert.Contains("@cstobot_sandbox_bot", greeting.Text, StringComparison.Ordinal);
        Assert.Null(greeting.ReplyToMessageId);
    }

    [Fact]
    public async Task Help_in_a_group_explains_what_it_sees_there_unless_it_sees_everything()
    {
        await using var bot = await BotFixture.StartAsync();
        var (user, group, forum) = (bot.Sandbox.User, bot.Sandbox.Group, bot.Sandbox.Forum);
        bot.Sandbox.PromoteBot(forum);

        var limited = await bot.AskAsync(user, group, "/help");
        var russian = await bot.AskAsync(bot.Sandbox.Moderator, group, "/help");
        var unlimited = await bot.AskAsync(user, forum, "/help");

        Assert.StartsWith("In this group I answer when you mention me (“@cstobot_sandbox_bot", limited.Text, StringComparison.Ordinal);
        Assert.Contains("I get only commands", limited.Text, StringComparison.Ordinal);
        Assert.Contains("я получаю только команды", russian.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("I get only commands", unlimited.Text, StringComparison.Ordinal);
    }

    private static Task<SandboxMessage> AskInTopicAsync(BotFixture bot, SandboxChat forum, int topic) =>
        bot.AskAsync(bot.Sandbox.User, forum, $"/ask@{bot.Sandbox.Bot.Username} who?", threadId: topic);
}
