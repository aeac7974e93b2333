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

        // What is shown while somebody types must not wait for the disk; nothing is stored of it that it could be ahead of.
        var isAhead = incoming is Incoming.InlineQuery;
        await SendAsync(isAhead ? effects.Instant : null, cancellationToken);
        var toSend = await CompleteAsync(update.Key, effects, cancellationToken);
        await SendAsync(isAhead ? null : effects.Instant, cancellationToken);
        await sender.AddAsync(toSend, cancellationToken);
    }

    /// <summary>Sets the update aside and tells the person who waits that nothing will come.</summary>
    public async Task ParkAsync(ReadUpdate update, string error, CancellationToken cancellationToken)
    {
        var incoming = ReadOrIgnore(update);
        if (incoming is Incoming.InlineQuery)
        {
            // Too late by now, and what was typed is not kept.
            await inbox.CompleteAsync(update.Key, Effects.None, firstBegins: false, time.GetUtcNow(), cancellationToken);
            return;
        }

        var apology = await handler.ApologizeAsync(incoming, cancellationToken);
        var toSend = await inbox.ParkAsync(update.Key, error, apology.Messages, time.GetUtcNow(), cancellationToken);
        await SendAsync(apology.Instant, cancellationToken);
        await sender.AddAsync(toSend, cancellationToken);
    }

    /// <summary>Reading it may be the very thing that fails: it is set aside all the same.</summary>
    private Incoming ReadOrIgnore(ReadUpdate update)
    {
        try
        {
            return IncomingReader.Read(update.Update, connection.Bot);
        }
        catch (Exception)
        {
            return new Incoming.Ignored(IgnoredReason.OtherKind);
        }
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

    private Task SendAsync(Instant? instant, CancellationToken cancellationToken) =>
        instant is null ? Task.CompletedTask : instants.SendAsync(instant, cancellationToken);

    [LoggerMessage(LogLevel.Debug, "Update {UpdateId} ignored: {Reason}")]
    private partial void LogIgnored(long updateId, IgnoredReason reason);
}
