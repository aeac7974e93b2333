using CstoBot.Telegram.Rendering;
using Telegram.Bot.Types;

namespace CstoBot.Telegram.Live;

/// <summary>Somebody has read enough of an answer that is being written.</summary>
/// <param name="UserId">Who wishes it; everything comes from the user's side.</param>
internal sealed record StopRequest(long LiveId, long ChatId, long UserId)
{
    /// <summary>Null when the update is something else.</summary>
    public static StopRequest? OfOrNull(Update update) => update switch
    {
        // A preview is shown in private chats only, and such a chat has the number of its person.
        { StoppedMessageGeneration: { Chat: not null } stopped } => new StopRequest(stopped.DraftId, stopped.Chat.Id, stopped.Chat.Id),
        { CallbackQuery: { From: not null, Message.Chat: not null } press } when ButtonData.ParseOrNull(press.Data) is ButtonData.StopWriting button =>
            new StopRequest(button.LiveId, press.Message.Chat.Id, press.From.Id),
        _ => null,
    };
}
