using CstoBot.Conversations;
using CstoBot.LanguageModels;
using CstoBot.LanguageModels.Usage;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.LanguageModels;

public sealed class TokenBudgetTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FakeTimeProvider time = new(Some.Time);
    private readonly InMemoryTokenUsage usage = new();

    [Fact]
    public async Task What_is_set_aside_counts_until_it_is_booked()
    {
        using var budget = Budget(perMinute: 1_000);
        await budget.SetAsideAsync(600, None);

        await AssertUsedUpAsync(budget, 600);
        budget.Book(600, new TokenCount(100, 50));
        await budget.SetAsideAsync(850, None);
        await AssertUsedUpAsync(budget, 1);
    }

    [Fact]
    public async Task A_minute_slides()
    {
        using var budget = Budget(perMinute: 1_000);
        await TakeAsync(budget, 400);
        time.Advance(TimeSpan.FromSeconds(40));
        await TakeAsync(budget, 500);

        await AssertUsedUpAsync(budget, 200);
        time.Advance(TimeSpan.FromSeconds(20));
        await TakeAsync(budget, 500);
        await AssertUsedUpAsync(budget, 1);
        time.Advance(TimeSpan.FromSeconds(60));
        await TakeAsync(budget, 1_000);
    }

    [Fact]
    public async Task A_day_outlives_a_restart_and_ends_at_midnight()
    {
        using (var before = Budget(perDay: 1_000))
        {
            await TakeAsync(before, 900);
        }

        using var budget = Budget(perDay: 1_000);
        await AssertUsedUpAsync(budget, 200);
        Assert.Equal(900, (await budget.TodayAsync(None)).Total);

        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, (await budget.TodayAsync(None)).Total);
        await TakeAsync(budget, 1_000);
        await AssertUsedUpAsync(budget, 1);
    }

    [Fact]
    public async Task However_many_ask_at_once_the_limit_holds()
    {
        using var budget = Budget(perMinute: 1_000, perDay: 700);

        var allowed = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(
            async () =>
            {
                try
                {
                    await TakeAsync(budget, 100);
                    return true;
                }
                catch (ModelFailedException)
                {
                    return false;
                }
            },
            None)));

        Assert.InRange(allowed.Count(isAllowed => isAllowed), 1, 7);
        Assert.Equal(100 * allowed.Count(isAllowed => isAllowed), (await budget.TodayAsync(None)).Total);
    }

    [Fact]
    public async Task A_call_that_does_not_fit_is_not_made_and_one_that_the_server_does_not_count_is_estimated()
    {
        await using var server = await ChatEndpoint.StartAsync();
        var settings = SomeModel.Settings(server.Address);
        settings.TokensPerDay = 4_000;
        using var model = await SomeModel.LoadAsync(settings, time, usage: usage);

        await model.AskAsync();
        var estimated = await model.Budget.TodayAsync(None);
        var failure = await Assert.ThrowsAsync<ModelFailedException>(() => model.AskAsync(new string('x', 10_000)));

        Assert.InRange(estimated.Input, 200, 900);
        Assert.InRange(estimated.Output, 3, 20);
        Assert.Equal((ModelFailure.OverBudget, "the 4000 tokens of this day are used up, or set aside for other questions"), (failure.Failure, failure.Message));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_failed_costs_nothing()
    {
        await using var server = await ChatEndpoint.StartAsync();
        using var model = await SomeModel.LoadAsync(SomeModel.Settings(server.Address), time, usage: usage);
        server.Replies(401, "{}");

        await Assert.ThrowsAsync<ModelFailedException>(() => model.AskAsync());

        Assert.Equal(default, await model.Budget.TodayAsync(None));
    }

    private static async Task TakeAsync(TokenBudget budget, long tokens)
    {
        await budget.SetAsideAsync(tokens, None);
        budget.Book(tokens, new TokenCount(tokens - 1, 1));
    }

    private static async Task AssertUsedUpAsync(TokenBudget budget, long tokens) =>
        Assert.Equal(ModelFailure.OverBudget, (await Assert.ThrowsAsync<ModelFailedException>(() => budget.SetAsideAsync(tokens, None))).Failure);

    private TokenBudget Budget(int perMinute = 0, long perDay = 0) =>
        new(Options.Create(new ModelOptions { TokensPerMinute = perMinute, TokensPerDay = perDay }), usage, time, NullLogger<TokenBudget>.Instance);
}
