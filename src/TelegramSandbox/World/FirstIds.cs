namespace TelegramSandbox.World;

/// <summary>
/// Where counting starts. Both follow the clock, so that a bot that remembers a former run never meets an
/// update or message id again.
/// </summary>
internal static class FirstIds
{
    // 2023-11-14: keeps message ids short and far from the limit of 32 bits.
    private const long MessageEpoch = 1_700_000_000;

    public static int Update(DateTimeOffset start) => (int)Math.Clamp(start.ToUnixTimeSeconds(), 1, 2_100_000_000);

    public static int Message(DateTimeOffset start) => (int)Math.Clamp(start.ToUnixTimeSeconds() - MessageEpoch, 1, int.MaxValue / 2);
}
