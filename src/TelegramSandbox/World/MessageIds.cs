namespace TelegramSandbox.World;

/// <summary>
/// Numbers messages. As in Telegram all private chats and basic groups of the bot share one sequence, so that the next number of a chat
/// cannot be guessed, and each supergroup has its own. Touched only inside <see cref="SandboxWorld.Gate"/>.
/// </summary>
internal sealed class MessageIds(int first)
{
    private int next = first;

    public int Take() => next++;
}
