namespace TelegramSandbox.Tests.BotApi;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Messages_sent_at_once_all_arrive_with_ids_of_their_own()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => sandbox.SayAsync($"{number}")));

        var ids = replies.Select(reply => reply.Result.GetProperty("message_id").GetInt32()).ToList();
        Assert.Equal(50, ids.Distinct().Count());
        Assert.Equal(51, sandbox.Server.Messages(sandbox.Private).Count);
    }

    [Fact]
    public async Task Updates_that_arrive_during_polling_are_each_delivered_once_and_in_order()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var writing = Task.Run(
            () =>
            {
                for (var number = 0; number < 200; number++)
                {
                    sandbox.Server.Send(sandbox.Server.User, sandbox.Private, $"{number}");
                }
            },
            StartedSandbox.Cancelled);

        var texts = new List<string>();
        var offset = 0;
        while (texts.Count < 200)
        {
            foreach (var update in (await sandbox.CallAsync("getUpdates", new { offset, timeout = 10 })).Result.EnumerateArray())
            {
                offset = update.GetProperty("update_id").GetInt32() + 1;
                texts.Add(update.GetProperty("message").GetProperty("text").GetString()!);
            }
        }

        await writing;
        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"{number}"), texts);
    }
}
