using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Staff;

/// <summary><c>/grant moderator</c> and <c>/revoke</c>, as a reply to somebody or with their id; <c>/roles</c> says who has which.</summary>
internal sealed class GrantCommand(Roles roles, IRoleStore granted, IOptions<RolesOptions> options, TimeProvider time) : ICommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Grant, CommandText.Revoke, CommandText.Roles];

    public Role Needs => Role.Admin;

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var (origin, texts) = (command.Origin, StaffTexts.For(command.Origin.Language));
        if (command.Name == CommandText.Roles)
        {
            return origin.IsGroup ? PrivateOnly.Lead(origin, CommandText.Roles) : Effects.Send(origin.Reply(await ListAsync(texts, cancellationToken)));
        }

        var wish = RoleWish.ParseOrNull(command.Argument);
        return wish is null || (wish.UserId ?? command.RepliesTo?.UserId) is not { } userId || userId == origin.Bot.Id ? Effects.Send(origin.Reply(texts.HowToGrant))
            : command.Name == CommandText.Revoke ? await RevokeAsync(origin, userId, wish.Role, texts, cancellationToken)
            : wish.Role is { } role ? await GrantAsync(origin, userId, role, texts, cancellationToken)
            : Effects.Send(origin.Reply(texts.HowToGrant));
    }

    private async Task<Effects> GrantAsync(Origin origin, long userId, Role role, StaffTexts texts, CancellationToken cancellationToken)
    {
        if (options.Value.RoleOf(userId) >= role)
        {
            return Effects.Send(origin.Reply(texts.BySettings(userId)));
        }

        var before = await granted.FindOrNullAsync(userId, cancellationToken);
        if (before > role && await IsLastAdminAsync(userId, cancellationToken))
        {
            return Effects.Send(origin.Reply(texts.LastAdmin));
        }

        var (menu, reply) = (new Instant.StaffMenu(userId, role == Role.Admin), origin.Reply(texts.Granted(userId, role)));
        return before == role
            ? Effects.Reply(menu, reply)
            : Effects.Reply(
                menu, reply, new Change.RoleGranted(userId, role, origin.Conversation.User, time.GetUtcNow()), Audited(origin, AuditActions.RoleGranted, userId, role));
    }

    /// <param name="meant">The role that is to go; null for whichever it is.</param>
    private async Task<Effects> RevokeAsync(Origin origin, long userId, Role? meant, StaffTexts texts, CancellationToken cancellationToken)
    {
        var left = options.Value.RoleOf(userId);
        if (await granted.FindOrNullAsync(userId, cancellationToken) is not { } role)
        {
            return Effects.Send(origin.Reply(left > Role.User ? texts.BySettings(userId) : texts.HasNone(userId)));
        }

        if (meant is not null && meant != role)
        {
            return Effects.Send(origin.Reply(texts.HowToGrant));
        }

        if (role == Role.Admin && await IsLastAdminAsync(userId, cancellationToken))
        {
            return Effects.Send(origin.Reply(texts.LastAdmin));
        }

        return Effects.Reply(
            left == Role.User ? new Instant.NoStaffMenu(userId) : new Instant.StaffMenu(userId, left == Role.Admin),
            origin.Reply(left == Role.User ? texts.Revoked(userId) : texts.RevokedButSet(userId, left)),
            new Change.RoleRevoked(userId),
            Audited(origin, AuditActions.RoleRevoked, userId, role));
    }

    /// <summary>Whether nobody would be an admin without what was granted to this one.</summary>
    private async Task<bool> IsLastAdminAsync(long userId, CancellationToken cancellationToken) =>
        options.Value.RoleOf(userId) < Role.Admin && !(await roles.AllAsync(cancellationToken)).Any(other => other.Role == Role.Admin && other.UserId != userId);

    private async Task<string> ListAsync(StaffTexts texts, CancellationToken cancellationToken)
    {
        var bySettings = options.Value.Staff().Select(user => $"{user}: {texts.NameOf(options.Value.RoleOf(user))} ({texts.InSettings})");
        var everybody = roles.OpenChat is { } chat ? [$"{texts.EverybodyIn(chat)}: {texts.NameOf(Role.Moderator)} ({texts.InSettings})"] : Array.Empty<string>();
        var inChat = (await granted.AllAsync(cancellationToken))
            .Select(one => $"{one.UserId}: {texts.NameOf(one.Role)} ({texts.GrantedBy(one.By, one.At)})");
        var lines = bySettings.Concat(everybody).Concat(inChat).ToList();
        return $"{(lines.Count == 0 ? texts.NobodyHasARole : string.Join('\n', lines))}\n\n{texts.HowToGrant}";
    }

    private Change.Audited Audited(Origin origin, string action, long userId, Role role) =>
        new(new AuditEntry(time.GetUtcNow(), origin.Conversation.User, action, $"{userId}", role.ToString()));
}
