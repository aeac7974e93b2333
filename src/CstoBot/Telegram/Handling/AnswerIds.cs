using System.Security.Cryptography;

namespace CstoBot.Telegram.Handling;

/// <summary>
/// Ids that are known before anything is stored, since the buttons of an answer hold it: the time in milliseconds, then twenty random bits.
/// They sort by time, and two of one millisecond are alike once in a million; storing the second then fails, and its question is tried again.
/// </summary>
internal static class AnswerIds
{
    private const int RandomBits = 20;

    public static long New(DateTimeOffset now) =>
        (now.ToUnixTimeMilliseconds() << RandomBits) | (long)RandomNumberGenerator.GetInt32(1 << RandomBits);
}
