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

    [Fact]
    public async Task A_person_sends_a_file_and_the_bot_downloads_it_for_an_hour_after_asking_for_it()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        sandbox.Server.SendDocument(sandbox.Server.User, sandbox.Private, "отчёт.txt", [1, 2, 3], "Look");
        var message = Assert.Single(await sandbox.FetchAsync()).GetProperty("message");
        var document = message.GetProperty("document");

        var early = await DownloadAsync(sandbox, "documents/file_0.txt");
        var asked = await sandbox.CallAsync("getFile", new { file_id = document.GetProperty("file_id").GetString() });
        var path = asked.Result.GetProperty("file_path").GetString()!;
        var content = await DownloadAsync(sandbox, path);
        sandbox.Clock.Advance(TimeSpan.FromHours(1));
        var late = await DownloadAsync(sandbox, path);

        Assert.Equal(
            ("отчёт.txt", "text/plain", 3, "Look"),
            (document.GetProperty("file_name").GetString(), document.GetProperty("mime_type").GetString(), document.GetProperty("file_size").GetInt32(), message.GetProperty("caption").GetString()));
        Assert.Equal(document.GetProperty("file_unique_id").GetString(), asked.Result.GetProperty("file_unique_id").GetString());
        Assert.Equal([1, 2, 3], content);
        Assert.Null(early);
        Assert.Null(late);
    }

    [Fact]
    public async Task A_person_cannot_send_an_empty_file_nor_too_long_a_caption()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        Assert.Throws<ArgumentException>(() => sandbox.Server.SendDocument(sandbox.Server.User, sandbox.Private, "a.txt", []));
        Assert.Throws<ArgumentException>(() => sandbox.Server.SendDocument(sandbox.Server.User, sandbox.Private, "a.txt", [1], new string('x', 1025)));
    }

    /// <summary>Null when it is not there.</summary>
    private static async Task<byte[]?> DownloadAsync(StartedSandbox sandbox, string path)
    {
        using var response = await sandbox.Http.GetAsync(new Uri($"{sandbox.Server.Address}file/bot{sandbox.Server.BotToken}/{path}"), StartedSandbox.Cancelled);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(StartedSandbox.Cancelled) : null;
    }
}
