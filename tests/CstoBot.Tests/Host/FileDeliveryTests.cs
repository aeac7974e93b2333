using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Fakes;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class FileDeliveryTests
{
    [Fact]
    public async Task A_photo_and_a_document_arrive_whole()
    {
        await using var bot = await BotFixture.StartAsync();
        var start = await bot.AskAsync("/start");

        await bot.PutAsync([Photo(bot, start.Id), Document(bot)]);
        await WaitForDocumentAsync(bot);

        var (photo, document) = (Files(bot)[0], Files(bot)[1]);
        Assert.Equal("<b>May</b>", photo.Html);
        Assert.Equal(start.Id, photo.ReplyToMessageId);
        Assert.Equal("Refresh", Assert.Single(Assert.Single(photo.InlineKeyboard)).Text);
        Assert.Equal((640, 400, true), (photo.Document!.Width, photo.Document.Height, photo.Document.IsPhoto));
        Assert.Equal(("решения.csv", 9L, ""), (document.Document!.FileName, document.Document.Size, document.Text));
    }

    [Fact]
    public async Task A_file_whose_acknowledgement_is_lost_comes_once()
    {
        await using var bot = await BotFixture.StartAsync();
        await bot.AskAsync("/start");
        bot.Sandbox.Fail(Fault.DropAfter("sendPhoto"));
        bot.Sandbox.Fail(Fault.DropAfter("sendDocument"));

        await bot.PutAsync([Photo(bot), Document(bot)]);
        await WaitForDocumentAsync(bot);
        await bot.AskAsync("Who?");

        Assert.Equal([true, false], Files(bot).Select(message => message.Document!.IsPhoto));
    }

    [Fact]
    public async Task A_file_that_had_arrived_when_the_bot_ended_does_not_come_again()
    {
        await using var bot = await BotFixture.StartAsync();
        await bot.AskAsync("/start");
        bot.Sandbox.Fail(Fault.DropAfter("sendPhoto"));
        bot.Sandbox.Fail(Fault.Hang("editMessageReplyMarkup", TimeSpan.FromMinutes(1)));
        await bot.PutAsync([Photo(bot), Document(bot)]);
        await bot.WaitForCallAsync("editMessageReplyMarkup");

        await bot.StopBotAtOnceAsync();
        await bot.StartBotAsync();
        await WaitForDocumentAsync(bot);
        await bot.AskAsync("Who?");

        Assert.Equal([true, false], Files(bot).Select(message => message.Document!.IsPhoto));
    }

    [Fact]
    public async Task A_file_that_had_not_arrived_when_the_bot_ended_comes_after_the_next_start_and_once()
    {
        await using var bot = await BotFixture.StartAsync();
        await bot.AskAsync("/start");
        bot.Sandbox.Fail(Fault.Delay("sendPhoto", TimeSpan.FromMinutes(1)));
        await bot.PutAsync([Photo(bot), Document(bot)]);
        await bot.WaitForCallAsync("sendPhoto");

        await bot.StopBotAtOnceAsync();
        Assert.Empty(Files(bot));
        await bot.StartBotAsync();
        await WaitForDocumentAsync(bot);
        await bot.AskAsync("Who?");

        Assert.Equal([true, false], Files(bot).Select(message => message.Document!.IsPhoto));
    }

    private static Outgoing.File Photo(BotFixture bot, int? replyTo = null) => new(
        Place(bot), FileKind.Photo, "chart.png", SomePicture.Png(640, 400),
        new RenderedMessage(new MessageText("<b>May</b>", "May"), new Keyboard([[new Button("Refresh", "x")]])), replyTo);

    private static Outgoing.File Document(BotFixture bot) => new(Place(bot), FileKind.Document, "решения.csv", "who,when\n"u8.ToArray());

    private static ChatPlace Place(BotFixture bot) => new(bot.Private.Id, Topic: 0, IsGroup: false);

    private static Task<SandboxMessage> WaitForDocumentAsync(BotFixture bot) => bot.WaitAsync(bot.Private, message => message.Document is { IsPhoto: false });

    private static List<SandboxMessage> Files(BotFixture bot) => [.. bot.FromBot(bot.Private).Where(message => message.Document is not null)];
}
