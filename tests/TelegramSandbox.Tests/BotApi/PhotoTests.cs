using System.Buffers.Binary;
using System.Net;
using System.Text;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TelegramSandbox.Tests.BotApi;

public sealed class PhotoTests
{
    private const string Button = """{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}""";

    [Fact]
    public async Task A_photo_goes_to_the_chat_with_its_shape_and_caption_and_can_be_downloaded()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var client = sandbox.Client();
        using var content = new MemoryStream(Png(640, 480));

        var sent = await client.SendPhoto(
            sandbox.Private.Id, InputFile.FromStream(content, "chart.png"), "<b>May</b>", ParseMode.Html, cancellationToken: StartedSandbox.Cancelled);
        using var downloaded = new MemoryStream();
        await client.GetInfoAndDownloadFile(sent.Photo![^1].FileId, downloaded, StartedSandbox.Cancelled);

        Assert.Equal((640, 480), (sent.Photo[^1].Width, sent.Photo[^1].Height));
        Assert.Equal("May", sent.Caption);
        Assert.Null(sent.Document);
        Assert.Equal(content.ToArray(), downloaded.ToArray());
        Assert.Equal("<b>May</b>", sandbox.Server.Messages(sandbox.Private)[^1].Html);
    }

    [Theory]
    [InlineData("png", "image/png")]
    [InlineData("jpeg", "image/jpeg")]
    [InlineData("gif", "image/gif")]
    [InlineData("webp", "image/webp")]
    [InlineData("webp lossless", "image/webp")]
    [InlineData("webp extended", "image/webp")]
    public async Task What_a_photo_is_is_read_from_its_head_not_from_its_name(string format, string mimeType)
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();

        var sent = await Upload.SendAsync(sandbox, "sendPhoto", "photo", "a.txt", Head(format));

        Assert.Equal((300, 200), (sent.Result.GetProperty("photo")[0].GetProperty("width").GetInt32(), sent.Result.GetProperty("photo")[0].GetProperty("height").GetInt32()));
        Assert.Equal(mimeType, sandbox.Server.Messages(sandbox.Private)[^1].Document!.MimeType);
    }

    [Fact]
    public async Task What_is_no_photo_for_Telegram_is_refused()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var large = new byte[(10 * 1024 * 1024) + 1];
        Png(640, 480).CopyTo(large, 0);

        (await Upload.PhotoAsync(sandbox, large))
            .IsRefused(400, "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes");
        (await Upload.PhotoAsync(sandbox, "<svg/>"u8.ToArray())).IsRefused(400, "Bad Request: IMAGE_PROCESS_FAILED");
        (await Upload.PhotoAsync(sandbox, [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0])).IsRefused(400, "Bad Request: IMAGE_PROCESS_FAILED");
        (await Upload.PhotoAsync(sandbox, Png(9_000, 1_001))).IsRefused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS");
        (await Upload.PhotoAsync(sandbox, Png(2_100, 100))).IsRefused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS");
        (await Upload.PhotoAsync(sandbox, Png(640, 480), new string('x', 1025))).IsRefused(400, "Bad Request: message caption is too long");
        Assert.True((await Upload.PhotoAsync(sandbox, Png(640, 480), $"<b>{new string('x', 1024)}</b>")).Ok);
    }

    [Fact]
    public async Task A_file_known_as_the_other_kind_is_refused()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var photo = (await Upload.PhotoAsync(sandbox, Png(640, 480))).Result.GetProperty("photo")[0].GetProperty("file_id").GetString();
        var document = (await Upload.SendAsync(sandbox, "sendDocument", "document", "a.txt", [1])).Result.GetProperty("document").GetProperty("file_id").GetString();

        (await sandbox.CallAsync("sendDocument", new { chat_id = sandbox.Private.Id, document = photo }))
            .IsRefused(400, "Bad Request: can't use file of type Photo as Document");
        (await sandbox.CallAsync("sendPhoto", new { chat_id = sandbox.Private.Id, photo = document }))
            .IsRefused(400, "Bad Request: can't use file of type Document as Photo");
    }

    [Fact]
    public async Task The_caption_and_the_buttons_of_a_photo_are_edited_but_it_has_no_text()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var id = (await Upload.PhotoAsync(sandbox, Png(640, 480), "May", Button)).Result.GetProperty("message_id").GetInt32();
        var place = new { chat_id = sandbox.Private.Id, message_id = id };

        (await sandbox.CallAsync("editMessageText", new { place.chat_id, place.message_id, text = "June" }))
            .IsRefused(400, "Bad Request: there is no text in the message to edit");
        (await sandbox.CallAsync("editMessageCaption", new { place.chat_id, place.message_id, caption = new string('x', 1025) }))
            .IsRefused(400, "Bad Request: message caption is too long");
        var caption = await sandbox.CallAsync("editMessageCaption", new { place.chat_id, place.message_id, caption = "June", reply_markup = Button });
        var bare = await sandbox.CallAsync("editMessageReplyMarkup", place);
        var again = await sandbox.CallAsync("editMessageReplyMarkup", place);

        Assert.Equal("June", caption.Result.GetProperty("caption").GetString());
        Assert.True(caption.Result.TryGetProperty("photo", out _));
        Assert.False(bare.Result.TryGetProperty("reply_markup", out _));
        Assert.Contains("message is not modified", again.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_a_photo_in_place_and_saves_a_document()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        await Upload.PhotoAsync(sandbox, Png(640, 480));
        await Upload.SendAsync(sandbox, "sendDocument", "document", "cases.png", Png(640, 480));
        var files = sandbox.Server.Messages(sandbox.Private).TakeLast(2).Select(message => message.Document!.FileId);

        using var photo = await sandbox.Http.GetAsync(new Uri(sandbox.Server.Address, $"sandbox/file/{files.First()}"), StartedSandbox.Cancelled);
        using var document = await sandbox.Http.GetAsync(new Uri(sandbox.Server.Address, $"sandbox/file/{files.Last()}"), StartedSandbox.Cancelled);

        Assert.Equal(("image/png", "inline"), (photo.Content.Headers.ContentType!.MediaType, photo.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("attachment", document.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.OK, document.StatusCode);
    }

    /// <summary>As much of a picture as tells what it is.</summary>
    private static byte[] Png(int width, int height)
    {
        byte[] head = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[13]];
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(20), height);
        return head;
    }

    // Of 300 by 200 pixels: 0x12C, 0xC8.
    private static byte[] Head(string format) => format switch
    {
        "png" => Png(300, 200),
        "jpeg" => [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 11, 8, 0, 200, 1, 0x2C, 3, 0],
        "gif" => [.. "GIF89a"u8, 0x2C, 1, 200, 0],
        "webp" => [.. Riff("VP8 "), 0, 0, 0, 0x9D, 1, 0x2A, 0x2C, 1, 200, 0],
        "webp lossless" => [.. Riff("VP8L"), 0x2F, .. BitConverter.GetBytes(299 | (199 << 14)), 0, 0, 0, 0, 0],
        _ => [.. Riff("VP8X"), 0, 0, 0, 0, 0x2B, 1, 0, 199, 0, 0],
    };

    private static byte[] Riff(string chunk) => [.. "RIFF\0\0\0\0WEBP"u8, .. Encoding.ASCII.GetBytes(chunk), 0, 0, 0, 0];
}
