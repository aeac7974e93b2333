namespace CstoBot.Telegram.Staff;

/// <summary>What follows <c>/grant</c> or <c>/revoke</c>: a role, a user id, both in either order, or nothing.</summary>
/// <param name="UserId">Null when none is written.</param>
/// <param name="Role">Null when none is written; never <see cref="Role.User"/>.</param>
internal sealed record RoleWish(long? UserId, Role? Role)
{
    /// <summary>Null when anything else is written: a slip of the pen must not hit somebody else.</summary>
    public static RoleWish? ParseOrNull(string argument)
    {
        var words = argument.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (ids, roles) = (words.Select(RolesOptions.IdOrNull).OfType<long>().ToList(), words.Select(RoleOrNull).OfType<Role>().ToList());
        return ids.Count <= 1 && roles.Count <= 1 && ids.Count + roles.Count == words.Length
            ? new RoleWish(ids.Count == 0 ? null : ids[0], roles.Count == 0 ? null : roles[0])
            : null;
    }

    private static Role? RoleOrNull(string word) => word.ToUpperInvariant() switch
    {
        "MODERATOR" or "МОДЕРАТОР" => Staff.Role.Moderator,
        "ADMIN" or "АДМИНИСТРАТОР" or "АДМИН" => Staff.Role.Admin,
        _ => null,
    };
}
