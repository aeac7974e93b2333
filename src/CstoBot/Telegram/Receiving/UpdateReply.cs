using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Receiving;

/// <summary>The path of one update: read, handled, done together with what came of it, handed over to be sent.</summary>
internal sealed partial class UpdateReply(
    TelegramConnection connection,
    UpdateHandler handler,
    IInbox inbox,
    OutboxSender sender,
    InstantReplies instants,
    TimeProvider time,
    ILogger<UpdateReply> logger)
{
    public async Task ReplyAsync(ReadUpdate update, CancellationToken cancellationToken)
    {
        var incoming = IncomingReader.Read(update.Update, connection.Bot);
        if (incoming is Incoming.Ignored ignored)
        {
            LogIgnored(update.Key.UpdateId, ignored.Reason);
            await inbox.CompleteAsync(update.Key, Effects.None, firstBegins: false, time.GetUtcNow(), cancellationToken);
            return;
        }

        var effects = await handler.HandleAsync(incoming, cancellationToken);
        var toSend = await CompleteAsync(update.Key, effects, cancellationToken);
        if (effects.Instant is { } instant)
        {
            await instants.SendAsync(instant, cancellationToken);
        }

        await sender.AddAsync(toSend, cancellationToken);
    }

    /// <summary>Sets the update aside and tells the person who waits that nothing will come.</summary>
    public async Task ParkAsync(ReadUpdate update, string error, CancellationToken cancellationToken)
    {
        var apology = UpdateHandler.Apology(IncomingReader.Read(update.Update, connection.Bot));
        await sender.AddAsync(await inbox.ParkAsync(update.Key, error, apology, time.GetUtcNow(), cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<OutboxEntry>> CompleteAsync(UpdateKey key, Effects effects, CancellationToken cancellationToken)
    {
        var first = effects.Messages is [var message, ..] && sender.TryTakeTurn(message) ? message : null;
        try
        {
            return await inbox.CompleteAsync(key, effects, firstBegins: first is not null, time.GetUtcNow(), cancellationToken);
        }
        catch when (first is not null)
        {
            sender.ReturnTurn(first);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Debug, "Update {UpdateId} ignored: {Reason}")]
    private partial void LogIgnored(long updateId, IgnoredReason reason);
}
