using System.Net;
using System.Net.Http.Json;

namespace TelegramSandbox.Tests.BotApi;

/// <summary>Faults and repeated updates by chance.</summary>
public sealed class ChanceTests
{
    [Fact]
    public async Task The_share_of_calls_that_was_asked_for_goes_wrong_in_every_way_there_is()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        sandbox.Server.FailByChance(new ChanceFaults(Seed: 1) { Calls = 0.3, HangsFor = TimeSpan.Zero });

        var (answered, failed) = (0, 0);
        for (var number = 0; number < 300; number++)
        {
            var fine = await OutcomeAsync(sandbox, $"{number}") == "200";
            answered += fine ? 1 : 0;
            failed += fine ? 0 : 1;
        }

        var played = sandbox.Server.PlayedFaults;
        Assert.Equal(played.Calls, failed);
        Assert.InRange(played.Calls, 60, 120);
        Assert.All(
            [played.TooManyRequests, played.Errors, played.HtmlPages, played.Hanging, played.DroppedBefore, played.DroppedAfter],
            count => Assert.InRange(count, 3, 40));
        Assert.Equal(answered + played.DroppedAfter, sandbox.Server.Messages(sandbox.Private).Count(message => message.From.IsBot));
    }

    [Fact]
    public async Task The_same_seed_plays_the_same_faults_again()
    {
        var runs = new List<List<string>>();
        foreach (var seed in new[] { 7, 7, 8 })
        {
            await using var sandbox = await StartedSandbox.WithChatAsync();
            sandbox.Server.FailByChance(new ChanceFaults(seed) { Calls = 0.5, HangsFor = TimeSpan.Zero });
            var run = new List<string>();
            for (var number = 0; number < 40; number++)
            {
                run.Add(await OutcomeAsync(sandbox, "1"));
            }

            runs.Add(run);
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], runs[2]);
    }

    [Fact]
    public async Task Polling_is_not_spared()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        sandbox.Server.FailByChance(new ChanceFaults(Seed: 1) { Calls = 1, HangsFor = TimeSpan.Zero });

        for (var number = 0; number < 3; number++)
        {
            await OutcomeAsync(sandbox, "getUpdates", new { });
        }

        Assert.Equal(3, sandbox.Server.PlayedFaults.Calls);
    }

    [Fact]
    public async Task A_pause_asked_for_by_chance_is_one_to_three_seconds()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        sandbox.Server.FailByChance(new ChanceFaults(Seed: 3) { Calls = 1, HangsFor = TimeSpan.Zero });

        var pauses = new HashSet<int>();
        while (sandbox.Server.PlayedFaults.TooManyRequests < 30)
        {
            pauses.UnionWith(await PausesAsync(sandbox));
        }

        Assert.Equal([1, 2, 3], pauses.Order());
    }

    [Fact]
    public async Task A_call_that_hangs_is_never_carried_out_and_its_connection_breaks_in_the_end()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        sandbox.Server.Fail(Fault.Hang("sendMessage", TimeSpan.FromMinutes(2)));

        var call = sandbox.SayAsync("1");
        await StartedSandbox.UntilAsync(() => sandbox.Server.PlayedFaults.Hanging == 1);
        Assert.False(call.IsCompleted);
        await sandbox.AdvanceUntilAsync(call, TimeSpan.FromMinutes(1));

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
        Assert.Single(sandbox.Server.Messages(sandbox.Private));
        Assert.Equal(0, sandbox.Server.Calls[^1].StatusCode);
    }

    [Fact]
    public async Task A_message_whose_connection_broke_after_it_was_sent_is_known_to_be_unacknowledged()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        await sandbox.SayAsync("acknowledged");
        sandbox.Server.Fail(Fault.DropAfter("sendMessage"));

        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.SayAsync("not"));

        var sent = sandbox.Server.Messages(sandbox.Private)[^1];
        Assert.Equal([new UnacknowledgedMessage(sandbox.Private.Id, sent.Id, IsInjected: true)], sandbox.Server.Unacknowledged);
    }

    [Fact]
    public async Task So_is_one_whose_sender_was_gone_before_the_answer()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var gone = new CancellationTokenSource();

        // The sender goes away while its message is being stored, and the sandbox takes long enough to notice.
        sandbox.Server.Shown += _ =>
        {
            gone.Cancel();
            Thread.SpinWait(2_000_000);
        };
        while (sandbox.Server.Unacknowledged.Count == 0)
        {
            using (gone = new CancellationTokenSource())
            {
                using var content = Json(sandbox, "1");
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sandbox.Http.PostAsync(sandbox.Method("sendMessage"), content, gone.Token));
            }
        }

        var lost = sandbox.Server.Unacknowledged[0];
        Assert.False(lost.IsInjected);
        Assert.Contains(sandbox.Server.Messages(sandbox.Private), message => message.Id == lost.MessageId);
    }

    [Fact]
    public async Task Updates_come_twice_under_the_same_id_in_the_same_batch_or_after_they_were_confirmed()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        sandbox.Server.FailByChance(new ChanceFaults(Seed: 1) { RepeatedUpdates = 1 });
        var (ids, inSameBatch, offset) = (new List<int>(), 0, 0);

        for (var number = 0; number < 20; number++)
        {
            sandbox.Server.Send(sandbox.Server.User, sandbox.Private, $"{number}");
            var batch = (await sandbox.CallAsync("getUpdates", new { offset })).Result.EnumerateArray().Select(update => update.GetProperty("update_id").GetInt32()).ToList();
            inSameBatch += batch.Count - batch.Distinct().Count();
            ids.AddRange(batch);
            offset = batch.Max() + 1;
        }

        // The last one may still be due.
        Assert.Equal(20, ids.Distinct().Count());
        Assert.InRange(ids.Count, 39, 40);
        Assert.InRange(inSameBatch, 4, 16);
        Assert.Equal(ids.Count - 20, sandbox.Server.PlayedFaults.RepeatedUpdates);
    }

    [Fact]
    public async Task Without_faults_by_chance_nothing_goes_wrong()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        sandbox.Server.FailByChance(new ChanceFaults(Seed: 1) { Calls = 1, RepeatedUpdates = 1 });
        sandbox.Server.FailByChance(new ChanceFaults(Seed: 1));

        Assert.True((await sandbox.SayAsync("1")).Ok);
        Assert.Equal(0, sandbox.Server.PlayedFaults.Calls);
        Assert.Empty(sandbox.Server.Unacknowledged);
    }

    private static Task<string> OutcomeAsync(StartedSandbox sandbox, string text) =>
        OutcomeAsync(sandbox, "sendMessage", new { chat_id = sandbox.Private.Id, text });

    /// <returns>The status, or that the connection broke.</returns>
    private static async Task<string> OutcomeAsync(StartedSandbox sandbox, string method, object parameters)
    {
        using var content = JsonContent.Create(parameters);
        try
        {
            using var response = await sandbox.Http.PostAsync(sandbox.Method(method), content, StartedSandbox.Cancelled);
            return $"{(int)response.StatusCode}";
        }
        catch (HttpRequestException)
        {
            return "broken";
        }
    }

    private static async Task<IEnumerable<int>> PausesAsync(StartedSandbox sandbox)
    {
        using var content = Json(sandbox, "1");
        try
        {
            using var response = await sandbox.Http.PostAsync(sandbox.Method("sendMessage"), content, StartedSandbox.Cancelled);
            return response.StatusCode == HttpStatusCode.TooManyRequests ? [(await Reply.ReadAsync(response)).RetryAfter] : [];
        }
        catch (HttpRequestException)
        {
            return [];
        }
    }

    private static JsonContent Json(StartedSandbox sandbox, string text) =>
        JsonContent.Create(new { chat_id = sandbox.Private.Id, text });
}
