using System.Globalization;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Staff;

/// <summary><c>/grant moderator</c> and <c>/revoke</c>, as a reply to somebody or with their id; <c>/roles</c> says who has which.</summary>
internal sealed class GrantCommand(Roles roles, IRoleStore granted, Microsoft.Extensions.Options.IOptions<RolesOptions> options, TimeProvider time) : ICommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Grant, CommandText.Revoke, CommandText.Roles];

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var (origin, texts) = (command.Origin, StaffTexts.For(command.Origin.Language));
        if (await roles.OfAsync(origin, cancellationToken) < Role.Admin)
        {
            return Refusals.OfCommand(command, CommandTexts.For(origin.Language).OnlyAdmins, time);
        }

        if (command.Name == CommandText.Roles)
        {
            return origin.IsGroup ? PrivateOnly.Lead(origin, CommandText.Roles) : Effects.Send(origin.Reply(await ListAsync(origin, cancellationToken)));
        }

        var words = command.Argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var user = words.Select(IdOrNull).FirstOrDefault(id => id is not null) ?? command.RepliesTo?.UserId;
        return user is not { } userId || userId == origin.Bot.Id ? Effects.Send(origin.Reply(texts.HowToGrant))
            : command.Name == CommandText.Revoke ? await RevokeAsync(origin, userId, texts, cancellationToken)
            : words.Select(RoleOrNull).FirstOrDefault(role => role is not null) is { } role ? Grant(origin, userId, role, texts)
            : Effects.Send(origin.Reply(texts.HowToGrant));
    }

    private Effects Grant(Origin origin, long userId, Role role, StaffTexts texts)
    {
        if (options.Value.RoleOf(userId) >= role)
        {
            return Effects.Send(origin.Reply(texts.BySettings(userId)));
        }

        var now = time.GetUtcNow();
        return Effects.Reply(
            new Instant.StaffMenu(userId, role == Role.Admin),
            origin.Reply(texts.Granted(userId, role)),
            new Change.RoleGranted(userId, role, origin.Conversation.User, now),
            new Change.Audited(new AuditEntry(now, origin.Conversation.User, AuditActions.RoleGranted, $"{userId}", role.ToString())));
    }

    private async Task<Effects> RevokeAsync(Origin origin, long userId, StaffTexts texts, CancellationToken cancellationToken)
    {
        if (await granted.FindOrNullAsync(userId, cancellationToken) is not { } role)
        {
            return Effects.Send(origin.Reply(options.Value.RoleOf(userId) > Role.User ? texts.BySettings(userId) : texts.HasNone(userId)));
        }

        if (role == Role.Admin && !(await roles.AllAsync(cancellationToken)).Any(other => other.Role == Role.Admin && other.UserId != userId))
        {
            return Effects.Send(origin.Reply(texts.LastAdmin));
        }

        var now = time.GetUtcNow();
        return Effects.Reply(
            new Instant.NoStaffMenu(userId),
            origin.Reply(texts.Revoked(userId)),
            new Change.RoleRevoked(userId),
            new Change.Audited(new AuditEntry(now, origin.Conversation.User, AuditActions.RoleRevoked, $"{userId}", role.ToString())));
    }

    private async Task<string> ListAsync(Origin origin, CancellationToken cancellationToken)
    {
        var texts = StaffTexts.For(origin.Language);
        var bySettings = options.Value.Staff().Select(user => $"{user}: {texts.NameOf(options.Value.RoleOf(user))} ({texts.InSettings})");
        var inChat = (await granted.AllAsync(cancellationToken))
            .Select(one => $"{one.UserId}: {texts.NameOf(one.Role)} ({texts.GrantedBy(one.By, one.At)})");
        var lines = bySettings.Concat(inChat).ToList();
        return $"{(lines.Count == 0 ? texts.NobodyHasARole : string.Join('\n', lines))}\n\n{texts.HowToGrant}";
    }

    private static long? IdOrNull(string word) => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    private static Role? RoleOrNull(string word) => word.ToUpperInvariant() switch
    {
        "MODERATOR" or "МОДЕРАТОР" => Role.Moderator,
        "ADMIN" or "АДМИНИСТРАТОР" or "АДМИН" => Role.Admin,
        _ => null,
    };
}
