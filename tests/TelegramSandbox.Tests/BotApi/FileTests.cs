namespace TelegramSandbox.Tests.BotApi;

public sealed class FileTests
{
    [Fact]
    public async Task A_file_can_be_sent_again_by_its_id()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var first = await Upload.SendAsync(sandbox, "sendDocument", "document", "a.txt", [1, 2]);
        var id = first.Result.GetProperty("document").GetProperty("file_id").GetString();

        var again = await sandbox.CallAsync("sendDocument", new { chat_id = sandbox.Private.Id, document = id });

        Assert.Equal(id, again.Result.GetProperty("document").GetProperty("file_id").GetString());
    }

    [Fact]
    public async Task Files_that_cannot_be_sent_are_refused()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        (await sandbox.CallAsync("sendDocument", new { chat_id = sandbox.Private.Id }))
            .IsRefused(400, "Bad Request: there is no document in the request");
        (await sandbox.CallAsync("sendDocument", new { chat_id = sandbox.Private.Id, document = "nonsense" }))
            .IsRefused(400, "Bad Request: wrong file identifier/HTTP URL specified");
        (await sandbox.CallAsync("sendDocument", new { chat_id = sandbox.Private.Id, document = "https://a.org/b.pdf" }))
            .IsRefused(400, "Bad Request: failed to get HTTP URL content");
        (await Upload.SendAsync(sandbox, "sendDocument", "document", "a.txt", []))
            .IsRefused(400, "Bad Request: file must be non-empty");
        (await Upload.SendAsync(sandbox, "sendDocument", "document", "a.bin", new byte[(50 * 1024 * 1024) + 1]))
            .IsRefused(413, "Request Entity Too Large");
    }

    [Fact]
    public async Task A_caption_has_its_own_limit()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        (await Upload.SendAsync(sandbox, "sendDocument", "document", "a.txt", [1], new string('x', 1025)))
            .IsRefused(400, "Bad Request: message caption is too long");
    }

    [Fact]
    public async Task Unknown_files_are_not_served()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        (await sandbox.CallAsync("getFile", new { file_id = "x" })).IsRefused(400, "Bad Request: invalid file_id");
        using var missing = await sandbox.Http.GetAsync(
            new Uri($"{sandbox.Server.Address}file/bot{sandbox.Server.BotToken}/documents/x"), StartedSandbox.Cancelled);
        (await Reply.ReadAsync(missing)).IsRefused(404, "Not Found");
    }

    [Fact]
    public async Task A_file_over_20_megabytes_cannot_be_downloaded()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        sandbox.Server.SendDocument(sandbox.Server.User, sandbox.Private, "big.bin", new byte[(20 * 1024 * 1024) + 1]);
        var id = Assert.Single(await sandbox.FetchAsync()).GetProperty("message").GetProperty("document").GetProperty("file_id").GetString();

        (await sandbox.CallAsync("getFile", new { file_id = id })).IsRefused(400, "Bad Request: file is too big");
    }
}
