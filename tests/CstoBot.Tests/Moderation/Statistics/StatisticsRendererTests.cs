using CstoBot.Conversations;
using CstoBot.Moderation.Statistics;
using CstoBot.Telegram.Rendering;
using Xunit;

namespace CstoBot.Tests.Moderation.Statistics;

public sealed class StatisticsRendererTests
{
    private static readonly DayFigures Monday = new(new DateOnly(2026, 2, 23), 6, 2, 1, 1, 3, 1);
    private static readonly DayFigures Tuesday = new(new DateOnly(2026, 2, 24), 0, 0, 0, 0, 0, 0);
    private static readonly DayFigures Wednesday = new(new DateOnly(2026, 2, 25), 2, 0, 0, 0, 0, 0);

    [Fact]
    public void Says_each_figure_on_a_line_of_its_own() => Assert.Equal(
        """
        Statistics for 3 days, 23 Feb – 25 Feb (UTC)

        Questions: 12
        • answered at once: 8 (67 %)
        • held for a moderator: 2 (17 %)
        • not answered: 1 (8 %)
        • refused: 1 (8 %)

        Moderators' decisions: 4
        • approved unchanged: 2 (50 %)
        • edited: 1 (25 %)
        • rejected: 1 (25 %)
        • nobody decided in time: 1
        • median time to a decision: 1 h 15 min

        Votes: 👍 3  👎 1

        Answers by how they were composed
        • quotes: 8, 👍 3  👎 1
           approved unchanged 2, edited 1, rejected 1
        • something new: 1, 👍 0  👎 0

        By day (questions = answered + held + not answered)
        25 Feb: 2 = 2 + 0 + 0
        23 Feb: 10 = 6 + 2 + 2  👍 3  👎 1
        """.ReplaceLineEndings("\n"),
        Assert.Single(StatisticsRenderer.Render(
            new(
                [Monday, Tuesday, Wednesday],
                [new ComposerFigures("quotes", 8, 3, 1, 2, 1, 1), new ComposerFigures("something new", 1, 0, 0, 0, 0, 0)],
                new DecisionFigures(2, 1, 1, 1, TimeSpan.FromMinutes(75))),
            Language.English)).Text.Plain);

    [Fact]
    public void Says_when_nothing_happened() => Assert.Equal(
        "Статистика за 24 фев (UTC)\n\nЗа это время вопросов не было.",
        Assert.Single(StatisticsRenderer.Render(new([Tuesday], [], new DecisionFigures(0, 0, 0, 0, null)), Language.Russian)).Text.Plain);
}
