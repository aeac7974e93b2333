using CstoBot.Telegram.Rendering;
using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Sending;

/// <summary>One try to carry out something of the outbox.</summary>
internal sealed class DeliveryAttempt(TelegramCalls calls, DeliveryProbe probe, IOutbox outbox) : IDisposable
{
    // What Telegram and a connection bear; the rest wait here.
    private const int CallsAtOnce = 64;

    private readonly SemaphoreSlim slots = new(CallsAtOnce, CallsAtOnce);

    /// <returns>The message sent or changed; null when there is none.</returns>
    /// <exception cref="RequestException">It failed; nothing was repeated.</exception>
    public async Task<int?> TryAsync(long botId, Progress progress, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        try
        {
            return progress.Outgoing switch
            {
                Outgoing.Message message => await SendOnceAsync(botId, message, progress, cancellationToken),
                Outgoing.File file => await SendOnceAsync(botId, file, progress, cancellationToken),
                Outgoing.Edit edit => await EditAsync(botId, edit, progress, cancellationToken),
                Outgoing.Deletion deletion => await DeleteAsync(deletion, cancellationToken),
                Outgoing.EditKeyboard edit => await EditKeyboardAsync(edit, cancellationToken),
                _ => throw new InvalidOperationException($"No call for {progress.Outgoing.GetType().Name}."),
            };
        }
        finally
        {
            slots.Release();
        }
    }

    public void Dispose() => slots.Dispose();

    private async Task<int?> SendOnceAsync(long botId, Outgoing.Message message, Progress progress, CancellationToken cancellationToken) =>
        await ArrivedOrNullAsync(botId, message.Place, message.Content.Keyboard, progress, cancellationToken)
        ?? await calls.SendAsync(message, cancellationToken);

    private async Task<int?> SendOnceAsync(long botId, Outgoing.File file, Progress progress, CancellationToken cancellationToken) =>
        await ArrivedOrNullAsync(botId, file.Place, file.Caption?.Keyboard, progress, cancellationToken)
        ?? await calls.SendAsync(file, cancellationToken);

    private async Task<int?> ArrivedOrNullAsync(
        long botId, ChatPlace place, Keyboard? keyboard, Progress progress, CancellationToken cancellationToken) =>
        progress.InDoubt ? await probe.FindOrNullAsync(botId, place, keyboard, progress.After ?? default, progress.Excluded, cancellationToken) : null;

    private async Task<int?> EditAsync(long botId, Outgoing.Edit edit, Progress progress, CancellationToken cancellationToken)
    {
        if (await TargetOrNullAsync(edit.Place, edit.Target, cancellationToken) is not { } target)
        {
            return progress.AsNewMessage().Outgoing is Outgoing.Message message ? await SendOnceAsync(botId, message, progress, cancellationToken) : null;
        }

        try
        {
            return await calls.EditAsync(edit, target, cancellationToken);
        }
        catch (RequestException exception) when (SendFailure.Of(exception) is SendFailure.TooLate)
        {
            // It says that already.
            return target;
        }
    }

    private async Task<int?> EditKeyboardAsync(Outgoing.EditKeyboard edit, CancellationToken cancellationToken)
    {
        if (await TargetOrNullAsync(edit.Place, edit.Target, cancellationToken) is { } target)
        {
            await calls.SetKeyboardAsync(edit.Place, target, edit.Keyboard, cancellationToken);
        }

        return null;
    }

    private async Task<int?> DeleteAsync(Outgoing.Deletion deletion, CancellationToken cancellationToken)
    {
        if (await TargetOrNullAsync(deletion.Place, deletion.Target, cancellationToken) is { } target)
        {
            await calls.DeleteAsync(deletion.Place, target, cancellationToken);
        }

        return null;
    }

    private async Task<int?> TargetOrNullAsync(ChatPlace place, MessageReference target, CancellationToken cancellationToken) =>
        target.Part is { } part ? await outbox.MessageOrNullAsync(part, cancellationToken)
        : target.CardOf is { } caseId ? await outbox.CardOrNullAsync(place.ChatId, caseId, cancellationToken)
        : target.Notice is { } notice ? await outbox.NoticeOrNullAsync(notice, cancellationToken)
        : target.MessageId;
}
