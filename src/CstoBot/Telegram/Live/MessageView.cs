using CstoBot.Answering;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Live;

/// <summary>A message that is edited as the answer grows, for groups, where Telegram has no previews. It has a button to stop.</summary>
/// <param name="id">What the button says.</param>
/// <param name="replyTo">The question.</param>
/// <param name="heading">See <see cref="LiveRenderer"/>.</param>
internal sealed class MessageView(
    TelegramCalls calls, ILiveMessages messages, long botId, ChatPlace place, long id, int replyTo, string? heading) : ILiveView
{
    public ChatPlace Place => place;

    /// <summary>A group gets twenty messages and edits a minute, and the others of the group need some too.</summary>
    public TimeSpan Interval { get; } = TimeSpan.FromSeconds(3.5);

    public TimeSpan Lifetime => Timeout.InfiniteTimeSpan;

    public int? MessageId { get; private set; }

    public async Task ShowAsync(Answer soFar, CancellationToken cancellationToken)
    {
        var content = new RenderedMessage(LiveRenderer.Render(soFar, heading), LiveRenderer.StopButton(id, soFar.Language));
        if (MessageId is { } shown)
        {
            await calls.EditAsync(new Outgoing.Edit(place, new MessageReference(shown), content), shown, cancellationToken);
            return;
        }

        var sent = await calls.SendAsync(new Outgoing.Message(place, content, replyTo), cancellationToken);
        MessageId = sent;

        // Before anything else, so that after a sudden end it does not stand there unfinished.
        await messages.NoteAsync(botId, place, sent, cancellationToken);
    }

    public bool GoesOnAfter(SendFailure failure)
    {
        if (failure is SendFailure.NoSuchMessage)
        {
            // Somebody deleted it: the answer is a message of its own.
            MessageId = null;
        }

        // What may have been sent must not be sent again.
        return failure is SendFailure.TooFast || (failure is SendFailure.Transient transient && (MessageId is not null || !transient.MayHaveArrived))
            || (failure is SendFailure.TooLate or SendFailure.DoneUnread && MessageId is not null);
    }

    public async Task WithdrawAsync(CancellationToken cancellationToken)
    {
        if (MessageId is { } shown)
        {
            await calls.DeleteAsync(place, shown, cancellationToken);
            await messages.ForgetAsync(botId, place, shown, cancellationToken);
        }
    }
}
