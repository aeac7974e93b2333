using CstoBot.Moderation;
using CstoBot.Telegram.Staff;
using Microsoft.Extensions.Options;

namespace CstoBot.Tests.Fakes;

/// <summary>Roles by the settings alone.</summary>
internal sealed class SomeRoles : IRoleStore
{
    public static Roles Of(RolesOptions? options = null) =>
        new(new SomeRoles(), Options.Create(options ?? new RolesOptions()), Options.Create(new ModerationOptions()));

    public Task<Role?> FindOrNullAsync(long userId, CancellationToken cancellationToken) => Task.FromResult<Role?>(null);

    public Task<IReadOnlyList<GrantedRole>> AllAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<GrantedRole>>([]);
}
