using System.Diagnostics.Metrics;
using CstoBot.Retrieval;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Sending;

namespace CstoBot.Operations;

/// <summary>Shows how much waits in the inbox and in the outbox, and how large the corpus is, whenever somebody reads the metrics.</summary>
internal sealed class DepthGauges : IHostedService, IDisposable
{
    private readonly Meter meter = new(Instruments.Name);
    private readonly TelegramConnection connection;
    private readonly IInbox inbox;
    private readonly IOutbox outbox;
    private readonly CurrentIndex index;

    public DepthGauges(TelegramConnection connection, IInbox inbox, IOutbox outbox, CurrentIndex index)
    {
        (this.connection, this.inbox, this.outbox, this.index) = (connection, inbox, outbox, index);
        meter.CreateObservableGauge("cstobot.inbox.updates", Inbox, "{update}", "Updates that were taken and not yet dealt with, and those set aside.");
        meter.CreateObservableGauge("cstobot.outbox.messages", Outbox, "{message}", "Messages that wait to be sent, and those given up.");
        meter.CreateObservableGauge("cstobot.corpus.documents", Documents, "{document}", "Documents of the corpus in use.");
        meter.CreateObservableGauge("cstobot.corpus.chunks", Chunks, "{chunk}", "Chunks of the corpus in use.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<int>> Inbox() => Measured(
        async bot => await inbox.CountAsync(bot, CancellationToken.None) is var counts ? [Of(counts.Pending, "pending"), Of(counts.Parked, "parked")] : []);

    private IEnumerable<Measurement<int>> Outbox() => Measured(
        async bot => await outbox.CountAsync(bot, CancellationToken.None) is var counts ? [Of(counts.Open, "open"), Of(counts.GivenUp, "given_up")] : []);

    private IEnumerable<Measurement<int>> Documents() => index.ValueOrNull is { } current ? [new(current.Corpus.Documents.Count)] : [];

    private IEnumerable<Measurement<int>> Chunks() => index.ValueOrNull is { } current ? [new(current.Chunks.Count)] : [];

    private static Measurement<int> Of(int count, string state) => new(count, new KeyValuePair<string, object?>("cstobot.state", state));

    /// <summary>Nothing while it cannot be told: before the bot knows who it is, or while the database fails.</summary>
    private IReadOnlyList<Measurement<int>> Measured(Func<long, Task<IReadOnlyList<Measurement<int>>>> read)
    {
        try
        {
            // Counting is done when the call returns; a store that takes longer is not waited for.
            return connection.BotOrNull is { } bot && read(bot.Id) is { IsCompletedSuccessfully: true } counted ? counted.Result : [];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return [];
        }
    }
}
