using CstoBot.Moderation.Cases;
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
    // As often as people may be faster one after another; then it counts as a failure.
    private const int StaleTries = 10;

    /// <param name="update">Stored as pending.</param>
    /// <param name="waiting">Cancelled when it is no longer worth waiting for the database.</param>
    /// <param name="cancellationToken">Cancelled when even what has begun is to be broken off.</param>
    public async Task ReplyAsync(ReadUpdate update, CancellationToken waiting, CancellationToken cancellationToken)
    {
        var incoming = IncomingReader.Read(update.Update, connection.Bot);
        using var handling = UpdateTelemetry.Begin(update, incoming);
        if (incoming is Incoming.Ignored ignored)
        {
            LogIgnored(update.Key.UpdateId, ignored.Reason);
            await StoreAsync(update.Key, Effects.None, waiting, cancellationToken);
            return;
        }

        for (var tries = 1; ; tries++)
        {
            try
            {
                await HandleAsync(update.Key, incoming, waiting, cancellationToken);
                return;
            }
            catch (StaleCaseException exception) when (tries < StaleTries)
            {
                // Somebody else was faster: what is to be done now depends on what they did.
                LogStale(update.Key.UpdateId, exception.Message);
            }
        }
    }

    private async Task HandleAsync(UpdateKey key, Incoming incoming, CancellationToken waiting, CancellationToken cancellationToken)
    {
        var effects = await handler.HandleAsync(incoming, cancellationToken);

        // What is shown while somebody types must not wait for the disk; nothing is stored of it that it could be ahead of.
        var isAhead = incoming is Incoming.InlineQuery;
        await SendAsync(isAhead ? effects.Instant : null, cancellationToken);
        var toSend = await StoreAsync(key, effects, waiting, cancellationToken);
        UpdateTelemetry.Done(incoming, effects);
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

    /// <summary>
    /// Tried until the database works, with what is there already: answering again would count the question again, and a full disk is no
    /// reason to set it aside.
    /// </summary>
    private async Task<IReadOnlyList<OutboxEntry>> StoreAsync(UpdateKey key, Effects effects, CancellationToken waiting, CancellationToken cancellationToken)
    {
        using var storing = Instruments.Begin("store");
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await CompleteAsync(key, effects, cancellationToken);
            }
            catch (DatabaseUnavailableException exception)
            {
                LogNotStored(key.UpdateId, failures, exception.Message);
                await time.DelayAsync(failures, waiting);
            }
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

    [LoggerMessage(8019, LogLevel.Error, "What came of update {UpdateId} could not be stored (try {Failures}): {Reason}; trying again")]
    private partial void LogNotStored(long updateId, int failures, string reason);

    [LoggerMessage(8020, LogLevel.Information, "Update {UpdateId} is dealt with anew: {Reason}")]
    private partial void LogStale(long updateId, string reason);

    [LoggerMessage(8021, LogLevel.Debug, "Update {UpdateId} ignored: {Reason}")]
    private partial void LogIgnored(long updateId, IgnoredReason reason);
}
