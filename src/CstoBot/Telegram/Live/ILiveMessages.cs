using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Live;

/// <summary>Messages of answers that are being written, kept until the answer is stored (<see cref="Handling.Change.LiveMessageEnded"/>).</summary>
internal interface ILiveMessages
{
    Task NoteAsync(long botId, ChatPlace place, int messageId, CancellationToken cancellationToken);

    Task ForgetAsync(long botId, ChatPlace place, int messageId, CancellationToken cancellationToken);

    /// <summary>For a start: what a sudden end left unfinished is to be deleted, which goes to the outbox. Its questions are answered anew.</summary>
    /// <returns>How many there were.</returns>
    Task<int> DeleteLeftAsync(long botId, DateTimeOffset now, CancellationToken cancellationToken);
}
