using System.Security.Cryptography;
using System.Text;

namespace CstoBot.Telegram.Receiving;

/// <summary>Tells Telegram's calls from everybody else's.</summary>
internal static class WebhookSecret
{
    /// <summary>Takes the same time whatever is given, so that the secret cannot be found piece by piece.</summary>
    public static bool Matches(string? given, string? secret) =>
        !string.IsNullOrEmpty(secret) && CryptographicOperations.FixedTimeEquals(Digest(given ?? ""), Digest(secret));

    // Of equal length, so that not even the length shows.
    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
