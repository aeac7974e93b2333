using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Moderation;

/// <summary>Who may look into what has not been sent: moderators, where moderators are among themselves.</summary>
internal sealed class DraftAccess(CaseCards cards, Roles roles)
{
    public async Task<bool> MayLookAsync(Origin origin, CancellationToken cancellationToken) =>
        cards.MayShow(origin) && await roles.OfAsync(origin, cancellationToken) >= Role.Moderator;
}
