using CstoBot.Telegram.Staff;
using Xunit;

namespace CstoBot.Tests.Telegram.Staff;

public sealed class RoleWishTests
{
    [Theory]
    [InlineData("", null, null)]
    [InlineData("moderator", null, nameof(Role.Moderator))]
    [InlineData(" Admin ", null, nameof(Role.Admin))]
    [InlineData("12345", 12345L, null)]
    [InlineData("12345 moderator", 12345L, nameof(Role.Moderator))]
    [InlineData("администратор  12345", 12345L, nameof(Role.Admin))]
    [InlineData("Модератор\n12345", 12345L, nameof(Role.Moderator))]
    public void A_role_and_an_id_are_read_in_either_order(string argument, long? userId, string? role)
    {
        var wish = RoleWish.ParseOrNull(argument);

        Assert.Equal((userId, role), (wish?.UserId, wish?.Role?.ToString()));
        Assert.NotNull(wish);
    }

    [Theory]
    [InlineData("12345x")]
    [InlineData("@anna moderator")]
    [InlineData("moderator 12345 67890")]
    [InlineData("moderator admin")]
    [InlineData("user 12345")]
    [InlineData("moderator 0")]
    [InlineData("moderator -12345")]
    [InlineData("moderator +12345")]
    [InlineData("moderator 99999999999999999999")]
    public void Anything_else_is_not_guessed(string argument) => Assert.Null(RoleWish.ParseOrNull(argument));
}
