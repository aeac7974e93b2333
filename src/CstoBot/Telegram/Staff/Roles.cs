using CstoBot.Telegram.Handling;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Staff;

internal enum Role
{
    User,
    Moderator,
    Admin,
}

/// <summary>Who may do what.</summary>
internal sealed class Roles(IOptions<RolesOptions> options)
{
    public Task<Role> OfAsync(Origin origin, CancellationToken cancellationToken) => OfAsync(origin.Conversation.User, cancellationToken);

    public Task<Role> OfAsync(long userId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(options.Value.IsAdmin(userId) ? Role.Admin : options.Value.IsModerator(userId) ? Role.Moderator : Role.User);
    }
}
