using System.Globalization;
using System.Security.Cryptography;

namespace TelegramSandbox;

/// <summary>The token that authorizes the bot: its id and a secret.</summary>
internal static class BotToken
{
    // Fixed, so that what a bot stored about itself in a former run stays true.
    private const long UsualBotId = 7_100_000_001;

    public static string Create() =>
        string.Create(CultureInfo.InvariantCulture, $"{UsualBotId}:{Convert.ToHexString(RandomNumberGenerator.GetBytes(18))}");

    public static long BotId(string token) =>
        long.TryParse(token.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ArgumentException("A bot token is digits, a colon and a secret", nameof(token));
}
