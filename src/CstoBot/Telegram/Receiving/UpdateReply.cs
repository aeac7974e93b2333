using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Receiving;

/// <summary>The path of one update: read, handled, replied to, done.</summary>
internal sealed partial class UpdateReply(
    TelegramConnection connection,
    UpdateHandler handler,
    MessageSender sender,
    IInbox inbox,
    ILogger<UpdateReply> logger)
{
    /// <param name="progress">Of the update's tries so far: what was sent is not sent again.</param>
    public async Task ReplyAsync(ReadUpdate update, ReplyProgress progress, CancellationToken cancellationToken)
    {
        var incoming = IncomingReader.Read(update.Update, connection.Bot);
        if (incoming is Incoming.Ignored ignored)
        {
            LogIgnored(update.Key.UpdateId, ignored.Reason);
            await inbox.ForgetAsync(update.Key, cancellationToken);
            return;
        }

        progress.ToSend ??= new Queue<Outgoing>(await handler.HandleAsync(incoming, cancellationToken));
        while (progress.ToSend.TryPeek(out var outgoing))
        {
            await sender.SendAsync(outgoing, cancellationToken);
            progress.ToSend.Dequeue();
        }

        await inbox.CompleteAsync(update.Key, cancellationToken);
    }

    /// <summary>Tells the person who waits that nothing will come.</summary>
    public async Task ApologizeAsync(ReadUpdate update, CancellationToken cancellationToken)
    {
        foreach (var outgoing in UpdateHandler.Apology(IncomingReader.Read(update.Update, connection.Bot)))
        {
            await sender.SendAsync(outgoing, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Update {UpdateId} ignored: {Reason}")]
    private partial void LogIgnored(long updateId, IgnoredReason reason);
}

/// <summary>How far the replies to an update have come.</summary>
internal sealed class ReplyProgress
{
    /// <summary>Null until the update has been handled.</summary>
    public Queue<Outgoing>? ToSend { get; set; }
}
