using CstoBot.Conversations;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Moderation;

/// <summary>Who may look into what has not been sent: moderators, where moderators are among themselves.</summary>
internal sealed class DraftAccess(CaseCards cards, Roles roles, TimeProvider time)
{
    public async Task<bool> MayLookAsync(Origin origin, CancellationToken cancellationToken) =>
        cards.MayShow(origin) && await roles.OfAsync(origin, cancellationToken) >= Role.Moderator;

    /// <summary>They are told no more than that the button leads nowhere: that there is a draft is nobody else's business.</summary>
    public Effects Refuse(Incoming.ButtonPress press) =>
        Refusals.OfPress(press, BotTexts.For(LanguageDetector.OfInterface(press.Origin.LanguageCode)).ButtonExpired, time);
}
