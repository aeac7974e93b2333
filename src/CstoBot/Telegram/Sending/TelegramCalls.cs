using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CstoBot.Telegram.Sending;

/// <summary>One call to Telegram for each thing the bot does there.</summary>
internal sealed class TelegramCalls(ITelegramBotClient client)
{
    /// <returns>The id of the message sent; null for what is no message.</returns>
    public async Task<int?> CallAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        switch (outgoing)
        {
            case Outgoing.Message message:
                return await SendAsync(message, cancellationToken);
            case Outgoing.ButtonReply reply:
                await client.AnswerCallbackQuery(reply.CallbackId, text: reply.Text, showAlert: reply.IsAlert, cancellationToken: cancellationToken);
                return null;
            case Outgoing.Deletion deletion:
                await client.DeleteMessage(deletion.Place.ChatId, deletion.MessageId, cancellationToken: cancellationToken);
                return null;
            default:
                throw new InvalidOperationException($"No call for {outgoing.GetType().Name}.");
        }
    }

    private async Task<int?> SendAsync(Outgoing.Message message, CancellationToken cancellationToken)
    {
        var text = message.Content.Text;
        var sent = await client.SendMessage(
            message.Place.ChatId,
            message.AsPlainText ? text.Plain : text.Html,
            parseMode: message.AsPlainText ? ParseMode.None : ParseMode.Html,
            replyParameters: message.ReplyTo is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null,
            replyMarkup: message.Content.Keyboard?.ToMarkup(),
            linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
            messageThreadId: message.Place.Topic == 0 ? null : message.Place.Topic,
            cancellationToken: cancellationToken);
        return sent.Id;
    }
}
