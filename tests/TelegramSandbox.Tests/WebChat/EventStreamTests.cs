using System.Text.Json;

namespace TelegramSandbox.Tests.WebChat;

public sealed class EventStreamTests
{
    [Fact]
    public async Task A_page_hears_of_messages_as_they_come()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        await using var events = await OpenAsync(sandbox, await CursorAsync(sandbox));

        await sandbox.SayAsync("<b>answer</b>", "HTML");
        await sandbox.CallAsync("sendChatAction", new { chat_id = sandbox.Private.Id, action = "typing" });

        var message = await events.NextAsync();
        Assert.Equal("message", message.Kind);
        Assert.Equal(sandbox.Private.Id, message.Data.GetProperty("chat").GetInt64());
        Assert.Equal("answer", message.Data.GetProperty("payload").GetProperty("text").GetString());
        Assert.Equal("bold", message.Data.GetProperty("payload").GetProperty("entities")[0].GetProperty("type").GetString());
        Assert.Equal("typing", (await events.NextAsync()).Kind);
    }

    [Fact]
    public async Task A_page_that_comes_back_gets_what_it_missed()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        string lastSeen;
        await using (var events = await OpenAsync(sandbox, await CursorAsync(sandbox)))
        {
            await sandbox.SayAsync("seen");
            lastSeen = (await events.NextAsync()).Id;
        }

        await sandbox.SayAsync("missed 1");
        await sandbox.SayAsync("missed 2");
        await using var again = await OpenAsync(sandbox, lastSeen);

        Assert.Equal("missed 1", (await again.NextAsync()).Data.GetProperty("payload").GetProperty("text").GetString());
        Assert.Equal("missed 2", (await again.NextAsync()).Data.GetProperty("payload").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("AAAAAAAA-1")]
    [InlineData("nonsense")]
    public async Task A_page_of_another_run_is_told_to_load_everything(string cursor)
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        await using var events = await OpenAsync(sandbox, cursor);

        await sandbox.SayAsync("later");

        Assert.Equal("reset", (await events.NextAsync()).Kind);
        Assert.Equal("message", (await events.NextAsync()).Kind);
    }

    private static async Task<string> CursorAsync(StartedSandbox sandbox) =>
        (await PageClient.StateAsync(sandbox)).GetProperty("cursor").GetString()!;

    private static async Task<OpenEvents> OpenAsync(StartedSandbox sandbox, string cursor)
    {
        var stream = await sandbox.Http.GetStreamAsync(new Uri(sandbox.Server.Address, $"sandbox/events?after={cursor}"), StartedSandbox.Cancelled);
        return new OpenEvents(new StreamReader(stream));
    }

    private sealed class OpenEvents(StreamReader reader) : IAsyncDisposable
    {
        public async Task<Event> NextAsync()
        {
            var fields = new Dictionary<string, string>();
            while (await reader.ReadLineAsync(StartedSandbox.Cancelled) is { } line)
            {
                if (line.Length == 0 && fields.TryGetValue("data", out var data))
                {
                    return new Event(fields["id"], fields["event"], JsonSerializer.Deserialize<JsonElement>(data));
                }

                if (line.Split(": ", 2) is [{ Length: > 0 } name, var value])
                {
                    fields[name] = value;
                }
            }

            throw new EndOfStreamException();
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed record Event(string Id, string Kind, JsonElement Data);
}
