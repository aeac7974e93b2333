using System.Net;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Telegram.Sending;

public sealed class DeliveryTests
{
    private static readonly ChatPlace Chat = new(5, 0, IsGroup: false);
    private readonly ScriptedDelivery delivery = new();

    [Fact]
    public async Task Waits_exactly_as_long_as_Telegram_asks()
    {
        var telegram = new ScriptedTelegram(delivery.Time).Refuses(429, "Too Many Requests: retry after 37", """{"retry_after":37}""").Accepts();

        await delivery.SendAsync(telegram, Message());

        Assert.Equal(TimeSpan.FromSeconds(37), Waited(telegram).Single());
    }

    [Fact]
    public async Task Tries_again_at_once_what_surely_did_not_arrive()
    {
        var telegram = new ScriptedTelegram(delivery.Time)
            .IsUnreachable()
            .IsUnreachable()
            .Accepts();

        await delivery.SendAsync(telegram, Message());

        Assert.Equal(["sendMessage", "sendMessage", "sendMessage"], telegram.Calls.Select(call => call.Method));
        Assert.All(Waited(telegram), wait => Assert.InRange(wait.TotalSeconds, 0.25, 2.1));
    }

    [Fact]
    public async Task Gives_up_after_a_day_and_keeps_it_for_the_admins_to_see()
    {
        var telegram = new ScriptedTelegram(delivery.Time);
        foreach (var _ in Enumerable.Range(0, 10_000))
        {
            telegram.IsUnreachable();
        }

        Assert.Equal(new OutboxCounts(Open: 0, GivenUp: 1), await delivery.SendAsync(telegram, Message()));

        Assert.InRange((telegram.Calls.Last().Time - telegram.Calls.First().Time).TotalHours, 23.9, 24.1);
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user")]
    [InlineData(403, "Forbidden: bot was kicked from the group chat")]
    [InlineData(400, "Bad Request: chat not found")]
    public async Task Drops_quietly_what_nobody_is_there_to_read(int code, string description)
    {
        var telegram = new ScriptedTelegram(delivery.Time).Refuses(code, description);

        await delivery.SendAsync(telegram, Message());

        Assert.Single(telegram.Calls);
        Assert.DoesNotContain(delivery.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_it_in_plain_text_when_the_markup_is_refused()
    {
        var telegram = new ScriptedTelegram(delivery.Time).Refuses(400, "Bad Request: can't parse entities: Unsupported start tag").Accepts();

        await delivery.SendAsync(telegram, Message("a <b> c"));

        var plain = telegram.Calls.Last().Body;
        Assert.DoesNotContain("parse_mode", plain, StringComparison.Ordinal);
        Assert.Contains("a \\u003Cb\\u003E c", plain, StringComparison.Ordinal);
        Assert.Contains(delivery.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Equal(1, delivery.Defects.Count);
    }

    [Fact]
    public async Task Follows_a_group_that_has_moved()
    {
        var telegram = new ScriptedTelegram(delivery.Time).Refuses(400, "Bad Request: group chat was upgraded", """{"migrate_to_chat_id":-1007}""").Accepts();

        await delivery.SendAsync(telegram, Message());

        Assert.Contains("\"chat_id\":-1007", telegram.Calls.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_say_again_what_Telegram_took_though_its_reply_cannot_be_read()
    {
        var telegram = new ScriptedTelegram(delivery.Time).Replies(HttpStatusCode.OK, """{"ok":true,"result":{"message_id":"not a number"}}""");

        await delivery.SendAsync(telegram, Message());

        Assert.Single(telegram.Calls);
    }

    [Fact]
    public async Task What_may_have_arrived_is_looked_for_before_it_is_sent_again()
    {
        var telegram = new ScriptedTelegram(delivery.Time)
            .Replies(HttpStatusCode.BadGateway, "<html>Bad Gateway</html>")
            .Refuses(400, "Bad Request: message can't be edited")
            .Refuses(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same");

        Assert.Equal(default, await delivery.SendAsync(telegram, Message()));

        Assert.Equal(["sendMessage", "editMessageReplyMarkup", "editMessageReplyMarkup"], telegram.Calls.Select(call => call.Method));
        Assert.Contains("\"message_id\":9", telegram.Calls.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_did_not_arrive_after_all_is_sent_again()
    {
        var telegram = new ScriptedTelegram(delivery.Time).Refuses(500, "Internal Server Error");
        foreach (var _ in Enumerable.Range(0, 12))
        {
            telegram.Refuses(400, "Bad Request: message to edit not found");
        }

        Assert.Equal(default, await delivery.SendAsync(telegram.Accepts(), Message()));

        Assert.Equal(["sendMessage", "sendMessage"], telegram.Calls.Select(call => call.Method).Where(method => method == "sendMessage"));
    }

    [Fact]
    public async Task After_a_sudden_end_the_message_under_way_is_looked_for_first()
    {
        var telegram = new ScriptedTelegram(delivery.Time).Refuses(400, "Bad Request: message is not modified");

        Assert.Equal(default, await delivery.SendAsync(telegram, Message(), wasUnderWay: true));

        Assert.Equal(["editMessageReplyMarkup"], telegram.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task An_edit_of_a_message_that_is_gone_becomes_a_new_message()
    {
        var telegram = new ScriptedTelegram(delivery.Time).Refuses(400, "Bad Request: message to edit not found").Accepts();

        Assert.Equal(default, await delivery.SendAsync(telegram, new Outgoing.Edit(Chat, new MessageReference(4), Message().Content)));

        Assert.Equal(["editMessageText", "sendMessage"], telegram.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task A_deletion_of_what_is_gone_is_done()
    {
        var telegram = new ScriptedTelegram(delivery.Time).Refuses(400, "Bad Request: message to delete not found");

        Assert.Equal(default, await delivery.SendAsync(telegram, new Outgoing.Deletion(Chat, new MessageReference(4))));
    }

    [Fact]
    public async Task A_message_that_Telegram_refuses_is_set_aside_with_its_reason()
    {
        var telegram = new ScriptedTelegram(delivery.Time);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            telegram.Refuses(400, "Bad Request: BUTTON_DATA_INVALID");
        }

        Assert.Equal(new OutboxCounts(Open: 0, GivenUp: 1), await delivery.SendAsync(telegram, Message()));

        Assert.DoesNotContain("parse_mode", telegram.Calls.Last().Body, StringComparison.Ordinal);

        Assert.Contains(delivery.Logs.Lines, line => line.Contains("BUTTON_DATA_INVALID", StringComparison.Ordinal));
    }

    private static Outgoing.Message Message(string text = "Hello") => new(Chat, RenderedMessage.From([Block.Paragraph(text)])[0], ReplyTo: null);

    private static List<TimeSpan> Waited(ScriptedTelegram telegram) =>
        [.. telegram.Calls.Skip(1).Zip(telegram.Calls, (later, earlier) => later.Time - earlier.Time)];
}
