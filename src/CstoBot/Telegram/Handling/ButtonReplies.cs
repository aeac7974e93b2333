using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>What a tapped button says for a moment.</summary>
internal static class ButtonReplies
{
    /// <summary>The answer is not kept any more, is another chat's, or never was. In the language of who tapped: there is no other to go by.</summary>
    public static Effects Expired(Incoming.ButtonPress press) => Alert(press, BotTexts.For(LanguageDetector.OfInterface(press.Origin.LanguageCode)).ButtonExpired);

    public static Effects Alert(Incoming.ButtonPress press, string text) => Effects.Reply(new Instant.ButtonReply(press.CallbackId, text, IsAlert: true), []);
}
