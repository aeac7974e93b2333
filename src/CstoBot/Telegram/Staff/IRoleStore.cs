using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Staff;

/// <summary>Roles granted in chat (<see cref="Change.RoleGranted"/>, <see cref="Change.RoleRevoked"/>).</summary>
internal interface IRoleStore
{
    /// <summary>Null when none was granted.</summary>
    Task<Role?> FindOrNullAsync(long userId, CancellationToken cancellationToken);

    Task<IReadOnlyList<GrantedRole>> AllAsync(CancellationToken cancellationToken);
}

internal sealed record GrantedRole(long UserId, Role Role, long By, DateTimeOffset At);
