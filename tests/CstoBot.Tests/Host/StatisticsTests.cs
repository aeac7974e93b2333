using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class StatisticsTests
{
    [Fact]
    public async Task Moderators_see_what_came_of_the_questions_of_some_days_in_lines_and_a_picture()
    {
        await using var bot = await ModeratedBot.PrepareAsync("Off");
        var time = new MovedTime();
        bot.Setting.Time = time;
        time.MoveTo(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await bot.StartBotAsync();
        var (admin, office) = (bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin));

        var nothing = await bot.AskAsync(admin, office, "/stats");
        var liked = await bot.AskAsync("Who?");
        await bot.PressAsync(liked, "👍");
        time.MoveTo(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero));
        await bot.AskAsync("Where?");
        bot.Answerer.Answer = (_, _) => Task.FromResult<AnswerOutcome>(new AnswerOutcome.Abstained(Language.English, AbstentionReason.NotAnswered, "The documents do not say.", []));
        await bot.AskAsync("Why?");
        var asked = bot.Sandbox.Send(admin, office, "/stats 7");
        var lines = await bot.WaitAsync(office, message => message.Id > asked && message.Text.StartsWith("Statistics", StringComparison.Ordinal));
        var wrong = await bot.AskAsync(admin, office, "/stats 1000");
        var refused = await bot.AskAsync("/stats");

        Assert.Equal("Statistics for 7 days, 24 Feb – 2 Mar (UTC)\n\nNobody has asked anything in this time.", nothing.Text);
        Assert.Equal(
            """
            Statistics for 7 days, 25 Feb – 3 Mar (UTC)

            Questions: 3
            • answered at once: 2 (67 %)
            • held for a moderator: 0
            • not answered: 1 (33 %)

            Votes: 👍 1  👎 0

            Answers by how they were composed
            • quotes: 2, 👍 1  👎 0

            By day (questions = answered + held + not answered)
            3 Mar: 2 = 1 + 0 + 1
            2 Mar: 1 = 1 + 0 + 0  👍 1  👎 0
            """,
            lines.Text);
        Assert.Single(bot.Sandbox.Calls, call => call.Method == "sendPhoto" && call.StatusCode == 200);
        Assert.StartsWith("Please give a number of days from 1 to 30", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("Only moderators may do this.", refused.Text);
    }
}
