using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using Telegram.Bot;
using Xunit;

namespace CstoBot.Tests.Telegram.Sending;

/// <summary>The delivery of one thing, with a real outbox and a scripted Telegram.</summary>
internal sealed class ScriptedDelivery
{
    public AdvancingTime Time { get; } = new();

    public CollectingLogs Logs { get; } = new();

    public MarkupDefects Defects { get; } = new();

    /// <param name="wasUnderWay">As found after a sudden end.</param>
    /// <returns>What is left in the outbox.</returns>
    public async Task<OutboxCounts> SendAsync(ScriptedTelegram telegram, Outgoing outgoing, bool wasUnderWay = false)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        using var http = new HttpClient(telegram);
        var client = new TelegramBotClient(new TelegramBotClientOptions("1:secret") { RetryThreshold = 0, RetryCount = 0 }, http);
        var (outbox, calls) = (new SqliteOutbox(fixture.Database), new TelegramCalls(client, TimeProvider.System));
        using var probe = new DeliveryProbe(calls, outbox);
        using var attempt = new DeliveryAttempt(calls, probe, outbox);
        var delivery = new Delivery(attempt, outbox, new SendSchedule(new SendRates(30, 1, 20)), Defects, Time, new LoggerOf<Delivery>(Logs));

        var entry = await fixture.AddToOutboxAsync(outgoing with { After = 7 });
        if (wasUnderWay)
        {
            await outbox.BeginAsync(entry, CancellationToken.None);
            entry = Assert.Single(await outbox.OpenAsync(entry.BotId, CancellationToken.None));
        }

        await delivery.DeliverAsync(entry, CancellationToken.None, CancellationToken.None);
        return await outbox.CountAsync(entry.BotId, CancellationToken.None);
    }
}
