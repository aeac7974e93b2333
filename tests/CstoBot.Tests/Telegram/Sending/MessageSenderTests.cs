using System.Net;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Contracts;
using CstoBot.Storage.Sqlite;
using CstoBot.Tests.Fakes;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Xunit;

namespace CstoBot.Tests.Telegram.Sending;

public sealed class MessageSenderTests
{
    private static readonly ChatPlace Chat = new(5, 0, IsGroup: false);
    private readonly AdvancingTime time = new();
    private readonly CollectingLogs logs = new();

    [Fact]
    public async Task Waits_exactly_as_long_as_Telegram_asks()
    {
        var telegram = new ScriptedTelegram(time).Refuses(429, "Too Many Requests: retry after 37", """{"retry_after":37}""").Accepts();

        await SendAsync(telegram, Message());

        Assert.Equal(TimeSpan.FromSeconds(37), Waited(telegram).Single());
    }

    [Fact]
    public async Task Tries_again_after_a_broken_connection_a_proxys_page_and_a_server_error()
    {
        var telegram = new ScriptedTelegram(time)
            .IsUnreachable()
            .Replies(HttpStatusCode.BadGateway, "<html>Bad Gateway</html>")
            .Refuses(500, "Internal Server Error")
            .Accepts();

        await SendAsync(telegram, Message());

        Assert.Equal(4, telegram.Calls.Count);
        Assert.All(Waited(telegram), wait => Assert.InRange(wait.TotalSeconds, 0.25, 2.1));
    }

    [Fact]
    public async Task Gives_up_when_Telegram_stays_away()
    {
        var telegram = new ScriptedTelegram(time);
        foreach (var _ in Enumerable.Range(0, 10))
        {
            telegram.IsUnreachable();
        }

        await Assert.ThrowsAsync<RequestException>(() => SendAsync(telegram, Message()));
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user")]
    [InlineData(403, "Forbidden: bot was kicked from the group chat")]
    [InlineData(400, "Bad Request: chat not found")]
    public async Task Drops_quietly_what_nobody_is_there_to_read(int code, string description)
    {
        var telegram = new ScriptedTelegram(time).Refuses(code, description);

        await SendAsync(telegram, Message());

        Assert.Single(telegram.Calls);
        Assert.DoesNotContain(logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_it_in_plain_text_when_the_markup_is_refused()
    {
        var telegram = new ScriptedTelegram(time).Refuses(400, "Bad Request: can't parse entities: Unsupported start tag").Accepts();

        await SendAsync(telegram, Message("a <b> c"));

        var plain = telegram.Calls.Last().Body;
        Assert.DoesNotContain("parse_mode", plain, StringComparison.Ordinal);
        Assert.Contains("a \\u003Cb\\u003E c", plain, StringComparison.Ordinal);
        Assert.Contains(logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Follows_a_group_that_has_moved()
    {
        var telegram = new ScriptedTelegram(time).Refuses(400, "Bad Request: group chat was upgraded", """{"migrate_to_chat_id":-1007}""").Accepts();

        await SendAsync(telegram, Message());

        Assert.Contains("\"chat_id\":-1007", telegram.Calls.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_say_again_what_Telegram_took_though_its_reply_cannot_be_read()
    {
        var telegram = new ScriptedTelegram(time).Replies(HttpStatusCode.OK, """{"ok":true,"result":{"message_id":"not a number"}}""");

        await SendAsync(telegram, Message());

        Assert.Single(telegram.Calls);
    }

    [Fact]
    public async Task Ignores_that_a_button_was_answered_too_late()
    {
        var telegram = new ScriptedTelegram(time).Refuses(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");

        await SendAsync(telegram, new Outgoing.ButtonReply("1", "Thanks"));

        Assert.Single(telegram.Calls);
    }

    [Fact]
    public async Task Does_not_hide_that_Telegram_refuses_a_message()
    {
        var telegram = new ScriptedTelegram(time).Refuses(400, "Bad Request: BUTTON_DATA_INVALID");

        await Assert.ThrowsAsync<ApiRequestException>(() => SendAsync(telegram, Message()));
    }

    private static Outgoing.Message Message(string text = "Hello") => new(Chat, RenderedMessage.From([Block.Paragraph(text)])[0], ReplyTo: null);

    private static List<TimeSpan> Waited(ScriptedTelegram telegram) =>
        [.. telegram.Calls.Skip(1).Zip(telegram.Calls, (later, earlier) => later.Time - earlier.Time)];

    private async Task SendAsync(ScriptedTelegram telegram, Outgoing outgoing)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        using var http = new HttpClient(telegram);
        var client = new TelegramBotClient(new TelegramBotClientOptions("1:secret") { RetryThreshold = 0, RetryCount = 0 }, http);
        var sender = new MessageSender(
            new TelegramCalls(client),
            new SendSchedule(new SendRates(30, 1, 20)),
            new SqliteAnswerStore(fixture.Database),
            time,
            new LoggerOf<MessageSender>(logs));
        await sender.SendAsync(outgoing, CancellationToken.None);
    }
}
