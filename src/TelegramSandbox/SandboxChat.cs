namespace TelegramSandbox;

/// <summary>A chat of the sandbox.</summary>
/// <param name="Id">As Telegram numbers chats: the person's id for a private chat, negative for a group, −100… for a supergroup.</param>
/// <param name="IsForum">The chat is divided into topics.</param>
public sealed record SandboxChat(long Id, SandboxChatType Type, string Title, bool IsForum = false);

public enum SandboxChatType
{
    Private,
    Group,
    Supergroup,
}
