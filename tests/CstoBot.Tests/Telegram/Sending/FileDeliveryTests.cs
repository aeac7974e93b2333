using System.Net;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Telegram.Sending;

public sealed class FileDeliveryTests
{
    private const string NotModified = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same";

    private static readonly ChatPlace Chat = new(5, 3, IsGroup: false);
    private static readonly Keyboard Buttons = new([[new Button("Take", "take")]]);
    private readonly ScriptedDelivery delivery = new();

    [Theory]
    [InlineData((int)FileKind.Photo, "sendPhoto", "photo")]
    [InlineData((int)FileKind.Document, "sendDocument", "document")]
    public async Task A_file_goes_with_its_name_caption_buttons_topic_and_what_it_replies_to(int kind, string method, string field)
    {
        var telegram = new ScriptedTelegram(delivery.Time).Accepts();

        Assert.Equal(default, await delivery.SendAsync(telegram, File((FileKind)kind)));

        var call = Assert.Single(telegram.Calls);
        Assert.Equal(method, call.Method);
        foreach (var part in new[] { $"name={field}", "cases.csv", "who,when", "<b>May</b>", "parse_mode", "Take", "allow_sending_without_reply", "message_thread_id" })
        {
            Assert.Contains(part, call.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Says_the_caption_in_plain_text_when_its_markup_is_refused()
    {
        var telegram = new ScriptedTelegram(delivery.Time).Refuses(400, "Bad Request: can't parse entities: Unsupported start tag").Accepts();

        await delivery.SendAsync(telegram, File());

        var plain = telegram.Calls.Last().Body;
        Assert.DoesNotContain("parse_mode", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", plain, StringComparison.Ordinal);
        Assert.Contains("May", plain, StringComparison.Ordinal);
        Assert.Contains("who,when", plain, StringComparison.Ordinal);
        Assert.Equal(1, delivery.Defects.Count);
    }

    [Fact]
    public async Task A_picture_that_Telegram_refuses_goes_as_a_document_at_last()
    {
        var telegram = new ScriptedTelegram(delivery.Time)
            .Refuses(400, "Bad Request: PHOTO_INVALID_DIMENSIONS").Refuses(400, "Bad Request: PHOTO_INVALID_DIMENSIONS").Accepts();

        Assert.Equal(default, await delivery.SendAsync(telegram, File(FileKind.Photo)));

        Assert.Equal(["sendPhoto", "sendPhoto", "sendDocument"], telegram.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task Follows_a_group_that_has_moved_and_replies_to_nothing_there()
    {
        var telegram = new ScriptedTelegram(delivery.Time).Refuses(400, "Bad Request: group chat was upgraded", """{"migrate_to_chat_id":-1007}""").Accepts();

        await delivery.SendAsync(telegram, File());

        Assert.Contains("-1007", telegram.Calls.Last().Body, StringComparison.Ordinal);
        Assert.DoesNotContain("reply_parameters", telegram.Calls.Last().Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_may_have_arrived_is_looked_for_by_its_buttons_before_it_is_sent_again(bool hasCaption)
    {
        var file = hasCaption ? File() : new Outgoing.File(Chat, FileKind.Document, "cases.csv", [1]);
        var telegram = new ScriptedTelegram(delivery.Time)
            .Replies(HttpStatusCode.BadGateway, "<html>Bad Gateway</html>")
            .Refuses(400, "Bad Request: message can't be edited")
            .Refuses(400, NotModified);

        Assert.Equal(default, await delivery.SendAsync(telegram, file));

        Assert.Equal(["sendDocument", "editMessageReplyMarkup", "editMessageReplyMarkup"], telegram.Calls.Select(call => call.Method));
        Assert.Equal(hasCaption, telegram.Calls.Last().Body.Contains("Take", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_sudden_end_a_file_that_did_not_arrive_is_sent_whole_from_the_outbox()
    {
        var telegram = new ScriptedTelegram(delivery.Time);
        foreach (var _ in Enumerable.Range(0, 12))
        {
            telegram.Refuses(400, "Bad Request: message to edit not found");
        }

        Assert.Equal(default, await delivery.SendAsync(telegram.Accepts(), File(), wasUnderWay: true));

        Assert.Contains("who,when", telegram.Calls.Last().Body, StringComparison.Ordinal);
        Assert.Contains("<b>May</b>", telegram.Calls.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Telegram_would_never_take_is_not_even_made()
    {
        Assert.Throws<ArgumentException>(() => new Outgoing.File(Chat, FileKind.Document, "a.bin", []));
        Assert.Throws<ArgumentException>(() => new Outgoing.File(Chat, FileKind.Document, "a.bin", new byte[Outgoing.File.MaxBytes + 1]));
        Assert.Throws<ArgumentException>(() => new Outgoing.File(Chat, FileKind.Document, " ", [1]));
        Assert.Throws<ArgumentException>(() => new Outgoing.File(Chat, FileKind.Document, "a.bin", [1], Caption(new string('x', Outgoing.File.MaxCaption + 1))));
        Assert.NotNull(new Outgoing.File(Chat, FileKind.Document, "a.bin", new byte[Outgoing.File.MaxBytes], Caption(new string('<', Outgoing.File.MaxCaption))));
    }

    private static Outgoing.File File(FileKind kind = FileKind.Document) =>
        new(Chat, kind, "cases.csv", "who,when"u8.ToArray(), new RenderedMessage(new MessageText("<b>May</b>", "May"), Buttons), ReplyTo: 4);

    private static RenderedMessage Caption(string text) => RenderedMessage.From([Block.Paragraph(text)])[0];
}
