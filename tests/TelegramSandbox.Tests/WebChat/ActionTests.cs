using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TelegramSandbox.Tests.WebChat;

public sealed class ActionTests
{
    [Fact]
    public async Task The_state_shows_people_chats_messages_and_commands()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        await sandbox.CallAsync("setMyCommands", new { commands = new[] { new { command = "help", description = "How to ask" } } });
        await sandbox.CallAsync("setMyCommands", new { commands = new[] { new { command = "help", description = "Как спросить" } }, language_code = "ru" });

        var state = await PageClient.StateAsync(sandbox);

        Assert.Equal(["user", "moderator", "admin"], state.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("role").GetString()));
        Assert.Equal(["private", "private", "private", "group", "forum", "moderators"], Chats(state).Select(chat => chat.GetProperty("key").GetString()));
        Assert.Equal("/start", Chats(state)[0].GetProperty("messages")[0].GetProperty("text").GetString());
        Assert.Equal("How to ask", CommandOf(Chats(state)[3], sandbox.Server.User));
        Assert.Equal("Как спросить", CommandOf(Chats(state)[3], sandbox.Server.Moderator));
    }

    [Fact]
    public async Task A_person_edits_and_deletes_own_messages()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var id = sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "a");

        await DoAsync(sandbox, "edit", new { person = sandbox.Server.User.Id, chat = sandbox.Private.Id, message = id, text = "b" });
        Assert.Equal("b", sandbox.Server.Messages(sandbox.Private)[^1].Text);

        await DoAsync(sandbox, "delete", new { person = sandbox.Server.User.Id, chat = sandbox.Private.Id, message = id });
        Assert.Single(sandbox.Server.Messages(sandbox.Private));
    }

    [Fact]
    public async Task A_pressed_button_becomes_an_update()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var sent = await sandbox.CallAsync("sendMessage", new
        {
            chat_id = sandbox.Private.Id,
            text = "x",
            reply_markup = """{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}""",
        });

        var pressed = await DoAsync(sandbox, "press", new
        {
            person = sandbox.Server.User.Id, chat = sandbox.Private.Id, message = sent.Result.GetProperty("message_id").GetInt32(), data = "b",
        });

        var query = Assert.Single(await sandbox.FetchAsync()).GetProperty("callback_query");
        Assert.Equal(query.GetProperty("id").GetString(), pressed.GetProperty("query").GetString());
    }

    [Fact]
    public async Task What_is_being_written_is_shown_and_stopped()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        await sandbox.CallAsync("sendMessageDraft", new { chat_id = sandbox.Private.Id, draft_id = (1L << 60) + 1, text = "a", can_stop = true });
        var draft = Chats(await PageClient.StateAsync(sandbox))[0].GetProperty("drafts")[0];

        await DoAsync(sandbox, "stop", new { person = sandbox.Server.User.Id, chat = sandbox.Private.Id, draft = draft.GetProperty("id").GetString() });

        Assert.Equal((1L << 60) + 1, Assert.Single(await sandbox.FetchAsync()).GetProperty("stopped_message_generation").GetProperty("draft_id").GetInt64());
    }

    [Fact]
    public async Task A_document_is_uploaded_and_downloaded_but_never_opened()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(
            sandbox.Server.Address, $"sandbox/document?person={sandbox.Server.User.Id}&chat={sandbox.Private.Id}&name=%D0%B0.html&caption=Look"));
        request.Headers.Add("X-Sandbox", "1");
        request.Content = new ByteArrayContent("<script>"u8.ToArray());

        using var uploaded = await sandbox.Http.SendAsync(request, StartedSandbox.Cancelled);
        var file = sandbox.Server.Messages(sandbox.Private)[^1].Document!;
        using var downloaded = await sandbox.Http.GetAsync(new Uri(sandbox.Server.Address, $"sandbox/file/{file.FileId}"), StartedSandbox.Cancelled);

        Assert.Equal(("а.html", "Look"), (file.FileName, sandbox.Server.Messages(sandbox.Private)[^1].Text));
        Assert.Equal("<script>", await downloaded.Content.ReadAsStringAsync(StartedSandbox.Cancelled));
        Assert.Equal("application/octet-stream", downloaded.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", downloaded.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task Standing_language_and_reactions_can_be_changed()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var user = sandbox.Server.User.Id;
        var message = sandbox.Server.Messages(sandbox.Private)[0].Id;

        await DoAsync(sandbox, "react", new { person = user, chat = sandbox.Private.Id, message, emoji = "🔥" });
        await DoAsync(sandbox, "language", new { person = user, language = "ru" });
        await DoAsync(sandbox, "standing", new { person = user, chat = sandbox.Private.Id, bot = "block" });
        await DoAsync(sandbox, "standing", new { person = user, chat = sandbox.Private.Id, bot = "unblock" });
        await DoAsync(sandbox, "standing", new { person = user, chat = sandbox.Server.Group.Id, bot = "promote" });

        Assert.Equal("🔥", sandbox.Server.Messages(sandbox.Private)[0].Reactions[user]);
        Assert.Equal("ru", sandbox.Server.User.LanguageCode);
        Assert.Equal(3, sandbox.Server.PendingUpdates);
    }

    [Theory]
    [InlineData("send", """{"person":1,"chat":1,"text":"x"}""")]
    [InlineData("send", """{"person":700000001,"chat":700000002,"text":"x"}""")]
    [InlineData("send", """{"person":700000001,"chat":700000001,"text":" "}""")]
    [InlineData("press", """{"person":700000001,"chat":700000001,"message":1,"data":"x"}""")]
    [InlineData("standing", """{"person":700000001,"chat":700000001,"bot":"dance"}""")]
    [InlineData("send", """{"person":"nobody"}""")]
    [InlineData("send", """{"person":700000001,"chat":700000001}""")]
    [InlineData("send", """{"person":700000001,"chat":700000001,"text":null}""")]
    [InlineData("edit", """{"person":700000001,"chat":700000001,"message":1}""")]
    public async Task What_cannot_be_done_is_explained(string action, string body)
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        using var response = await PageClient.PostAsync(sandbox, action, JsonSerializer.Deserialize<JsonElement>(body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(StartedSandbox.Cancelled);
        Assert.NotEmpty(answer.GetProperty("error").GetString()!);
    }

    private static async Task<JsonElement> DoAsync(StartedSandbox sandbox, string action, object body)
    {
        using var response = await PageClient.PostAsync(sandbox, action, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(StartedSandbox.Cancelled);
    }

    private static List<JsonElement> Chats(JsonElement state) => [.. state.GetProperty("chats").EnumerateArray()];

    private static string CommandOf(JsonElement chat, Person person) =>
        chat.GetProperty("commands").GetProperty($"{person.Id}")[0].GetProperty("description").GetString()!;
}
