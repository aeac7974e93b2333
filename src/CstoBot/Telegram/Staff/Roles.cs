using CstoBot.Moderation;
using CstoBot.Telegram.Handling;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Staff;

/// <summary>Who may do what: by the settings, as granted in chat, or by being in the moderators' chat. Looked up anew each time.</summary>
internal sealed class Roles(IRoleStore granted, IOptions<RolesOptions> options, IOptions<ModerationOptions> moderation)
{
    /// <summary>Where everybody is a moderator; null for nowhere.</summary>
    public long? OpenChat { get; } = options.Value.EveryoneInModeratorsChat && moderation.Value.ChatId != 0 ? moderation.Value.ChatId : null;

    /// <summary>Of the person, where they are.</summary>
    public async Task<Role> OfAsync(Origin origin, CancellationToken cancellationToken)
    {
        var role = await OfAsync(origin.Conversation.User, cancellationToken);
        return role == Role.User && origin.Conversation.Chat == OpenChat ? Role.Moderator : role;
    }

    /// <summary>Of the person, wherever they are.</summary>
    public async Task<Role> OfAsync(long userId, CancellationToken cancellationToken)
    {
        var configured = options.Value.RoleOf(userId);
        var given = configured == Role.Admin ? Role.Admin : await granted.FindOrNullAsync(userId, cancellationToken) ?? Role.User;
        return given > configured ? given : configured;
    }

    /// <summary>Everybody who has a role wherever they are, each once.</summary>
    public async Task<IReadOnlyList<(long UserId, Role Role)>> AllAsync(CancellationToken cancellationToken)
    {
        var inChat = (await granted.AllAsync(cancellationToken)).Select(one => (one.UserId, one.Role));
        return [.. options.Value.Staff().Select(user => (UserId: user, Role: options.Value.RoleOf(user))).Concat(inChat).GroupBy(one => one.UserId).Select(group => group.MaxBy(one => one.Role))];
    }
}
