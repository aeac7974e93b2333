using System.Text.Json;

namespace TelegramSandbox.Tests.People;

/// <summary>People and groups beyond those that every sandbox has, and many messages.</summary>
public sealed class NewcomerTests
{
    [Fact]
    public async Task A_newcomer_talks_with_the_bot_in_a_private_chat()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var (first, second) = (sandbox.Server.AddPerson("Boris"), sandbox.Server.AddPerson("Вера", "ru"));
        var chat = sandbox.Server.PrivateChat(second);
        (await sandbox.CallAsync("sendMessage", new { chat_id = chat.Id, text = "1" })).IsRefused(403, "Forbidden: bot can't initiate conversation with a user");

        sandbox.Server.Send(second, chat, "Hi");
        var update = Assert.Single(await sandbox.FetchAsync()).GetProperty("message");
        await sandbox.CallAsync("sendMessage", new { chat_id = chat.Id, text = "Hello" });

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal("ru", update.GetProperty("from").GetProperty("language_code").GetString());
        Assert.Equal(["Hi", "Hello"], sandbox.Server.Messages(chat).Select(message => message.Text));
        Assert.Empty(sandbox.Server.Messages(sandbox.Server.PrivateChat(first)));
    }

    [Fact]
    public async Task A_new_group_has_its_members_its_creator_and_the_bot()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var people = new[] { sandbox.Server.AddPerson("Boris"), sandbox.Server.AddPerson("Vera") };
        var (group, other) = (sandbox.Server.AddGroup("One", people), sandbox.Server.AddGroup("Two", people));

        sandbox.Server.Send(people[1], group, $"@{sandbox.Server.Bot.Username} who?");
        var creators = (await sandbox.CallAsync("getChatAdministrators", new { chat_id = group.Id })).Result;

        Assert.NotEqual(group.Id, other.Id);
        Assert.Equal("One", Assert.Single(await sandbox.FetchAsync()).GetProperty("message").GetProperty("chat").GetProperty("title").GetString());
        Assert.Equal([people[0].Id], creators.EnumerateArray().Select(member => member.GetProperty("user").GetProperty("id").GetInt64()));
        Assert.Throws<ArgumentException>(() => sandbox.Server.Send(sandbox.Server.User, group, "I am not in it"));
    }

    [Fact]
    public async Task The_page_goes_on_showing_only_those_it_knows()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var newcomer = sandbox.Server.AddPerson("Boris");
        sandbox.Server.AddGroup("Mixed", [newcomer, sandbox.Server.User]);
        sandbox.Server.AddGroup("Apart", [newcomer]);

        var state = await sandbox.Http.GetStringAsync(new Uri("/sandbox/state", UriKind.Relative), StartedSandbox.Cancelled);

        using var json = JsonDocument.Parse(state);
        Assert.Equal(3, json.RootElement.GetProperty("people").GetArrayLength());
        Assert.Contains("Mixed", state, StringComparison.Ordinal);
        Assert.DoesNotContain("Apart", state, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_written_is_told_in_order_as_it_is_stored()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var seen = new List<string>();
        void Note(SandboxMessage message) => seen.Add(message.Text);
        sandbox.Server.Shown += Note;

        sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "Hi");
        await sandbox.SayAsync("Hello");
        sandbox.Server.Shown -= Note;
        await sandbox.SayAsync("Unheard");

        Assert.Equal(["Hi", "Hello"], seen);
    }

    [Fact]
    public async Task Only_as_many_messages_and_calls_are_kept_as_was_asked_for()
    {
        var options = new SandboxOptions { Port = 0, RateLimits = false, MessagesKept = 3, CallsKept = 2 };
        await using var server = await SandboxServer.StartAsync(options, StartedSandbox.Cancelled);
        using var http = new HttpClient();
        var chat = server.PrivateChat(server.User);

        server.Send(server.User, chat, "/start");
        for (var number = 0; number < 5; number++)
        {
            await http.GetStringAsync(new Uri(server.Address, $"/bot{server.BotToken}/sendMessage?chat_id={chat.Id}&text={number}"), StartedSandbox.Cancelled);
        }

        Assert.Equal(["2", "3", "4"], server.Messages(chat).Select(message => message.Text));
        Assert.Equal(["3", "4"], server.Calls.Select(call => call.Parameters.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Private_chats_and_basic_groups_are_numbered_together_and_a_supergroup_by_itself()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var server = sandbox.Server;
        var newcomer = server.AddPerson("Boris");

        int[] together = [.. new[] { sandbox.Private, server.Group, sandbox.Private }.Select(chat => server.Send(server.User, chat, "1"))];
        int[] apart = [.. new[] { server.Forum, server.Forum }.Select(chat => server.Send(server.User, chat, "1"))];
        var next = server.Send(newcomer, server.PrivateChat(newcomer), "1");

        Assert.Equal([together[0], together[0] + 1, together[0] + 2, together[0] + 3], [.. together, next]);
        Assert.Equal(apart[0] + 1, apart[1]);
    }

    [Fact]
    public async Task Messages_beyond_the_limits_are_counted()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync(rateLimits: true);

        for (var number = 0; number < 6; number++)
        {
            await sandbox.SayAsync($"{number}");
        }

        Assert.Equal(2, sandbox.Server.RefusedByLimits);
    }
}
