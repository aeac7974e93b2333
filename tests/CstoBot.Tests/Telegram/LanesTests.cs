using System.Collections.Concurrent;
using CstoBot.Telegram;
using Xunit;

namespace CstoBot.Tests.Telegram;

public sealed class LanesTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Keeps_the_order_within_a_lane()
    {
        var done = new ConcurrentQueue<int>();
        using var lanes = new Lanes<string, int>(100, 8, async (item, _) =>
        {
            await Task.Yield();
            done.Enqueue(item);
        });

        foreach (var item in Enumerable.Range(0, 1_000))
        {
            await lanes.AddAsync(item % 2 == 0 ? "even" : "odd", item, None);
        }

        await UntilAsync(() => done.Count == 1_000);
        Assert.Equal(done.Where(item => item % 2 == 0).Order(), done.Where(item => item % 2 == 0));
        Assert.Equal(done.Where(item => item % 2 == 1).Order(), done.Where(item => item % 2 == 1));
    }

    [Fact]
    public async Task A_lane_that_waits_keeps_no_other_waiting()
    {
        var gate = new TaskCompletionSource();
        var other = new TaskCompletionSource();
        using var lanes = new Lanes<string, string>(10, 8, async (item, _) =>
        {
            if (item == "slow")
            {
                await gate.Task;
            }
            else
            {
                other.SetResult();
            }
        });

        await lanes.AddAsync("a", "slow", None);
        await lanes.AddAsync("b", "quick", None);

        await other.Task.WaitAsync(TimeSpan.FromMinutes(1), None);
        gate.SetResult();
    }

    [Fact]
    public async Task Makes_the_caller_wait_when_it_is_full_and_drops_nothing()
    {
        var gate = new TaskCompletionSource();
        var done = new ConcurrentQueue<int>();
        using var lanes = new Lanes<string, int>(capacity: 2, parallel: 1, async (item, _) =>
        {
            await gate.Task;
            done.Enqueue(item);
        });
        await lanes.AddAsync("a", 1, None);
        await lanes.AddAsync("b", 2, None);

        var third = lanes.AddAsync("c", 3, None);
        Assert.False(third.IsCompleted);
        gate.SetResult();
        await third.WaitAsync(TimeSpan.FromMinutes(1), None);

        await UntilAsync(() => done.Count == 3);
    }

    [Fact]
    public async Task On_stopping_finishes_what_runs_and_begins_nothing_more()
    {
        var (started, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var done = new ConcurrentQueue<int>();
        using var lanes = new Lanes<string, int>(10, 1, async (item, _) =>
        {
            started.TrySetResult();
            await gate.Task;
            done.Enqueue(item);
        });
        await lanes.AddAsync("a", 1, None);
        await lanes.AddAsync("a", 2, None);
        await lanes.AddAsync("b", 3, None);
        await started.Task;

        var stopping = lanes.StopAsync(None);
        gate.SetResult();
        await stopping.WaitAsync(TimeSpan.FromMinutes(1), None);

        Assert.Single(done);
    }

    [Fact]
    public async Task Breaks_off_what_runs_when_the_time_to_stop_is_over()
    {
        var started = new TaskCompletionSource();
        using var lanes = new Lanes<string, int>(10, 1, async (_, cancellationToken) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        });
        await lanes.AddAsync("a", 1, None);
        await started.Task;

        await lanes.StopAsync(new CancellationToken(canceled: true)).WaitAsync(TimeSpan.FromMinutes(1), None);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var over = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
        {
            over.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
