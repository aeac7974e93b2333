using CstoBot.Benchmarks;
using CstoBot.Benchmarks.Faults;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>The fault suite, short: the built bot, killed while its calls fail. By itself: its many processes would starve the tests beside it.</summary>
[Collection(nameof(FaultSuiteTests))]
[CollectionDefinition(nameof(FaultSuiteTests), DisableParallelization = true)]
public sealed class FaultSuiteTests
{
    [Fact]
    public async Task Killed_again_and_again_while_calls_fail_it_answers_everybody_once_and_in_order()
    {
        var bot = new BotProgram(Path.Combine(AppContext.BaseDirectory, "cstobot.dll"));
        var plan = new FaultPlan(Questions: 60, Users: 12, Kills: 3, Seed: 1)
        {
            PerSecond = 10,
            FailingCalls = 0.1,
            RepeatedUpdates = 0.2,
            LongestPause = TimeSpan.FromSeconds(1),
            Patience = TimeSpan.FromMinutes(2),
        };

        var report = await FaultSuite.RunAsync(bot, plan, [.. BotProgram.Questions().Take(16)]);

        // A process may die between sending and storing that it has: nothing else may lead to a second answer but a reset.
        Assert.Equal((0, 0, 0, 0), (report.Unanswered, report.OutOfOrder, report.OtherMessages.Count, report.EndedByItself));
        Assert.Equal(report.AtKill, report.OtherDuplicates);
        Assert.InRange(report.AtKill, 0, plan.Kills);
    }
}
