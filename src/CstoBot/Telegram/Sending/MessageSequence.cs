namespace CstoBot.Telegram.Sending;

/// <summary>How Telegram numbers messages: each supergroup and channel for itself, the private chats and basic groups of a bot in one sequence.</summary>
internal static class MessageSequence
{
    // Supergroups and channels have ids from -1000000000001 downwards (core.telegram.org/api/bots/ids).
    private const long Supergroups = -1_000_000_000_000;

    public static bool IsShared(long chatId) => chatId > Supergroups;
}

/// <summary>The highest message numbers known at some time; whatever is sent later has higher ones.</summary>
/// <param name="InChat">Of the chat; 0 when none is known.</param>
/// <param name="Shared">Of the shared sequence, see <see cref="MessageSequence"/>; 0 when none is known.</param>
internal readonly record struct LastKnown(int InChat, int Shared);
