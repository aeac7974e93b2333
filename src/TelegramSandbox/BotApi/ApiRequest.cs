using TelegramSandbox.World;

namespace TelegramSandbox.BotApi;

/// <summary>One call while it is carried out, inside the world's gate.</summary>
/// <param name="Method">As Telegram spells it.</param>
internal sealed record ApiRequest(string Method, ApiParameters Parameters, SandboxWorld World)
{
    /// <summary>The chat named by <c>chat_id</c>, whether or not the bot may write there.</summary>
    public ChatRoom Chat() => ChatAccess.Find(World, Parameters.Text("chat_id"));

    /// <summary>The chat named by <c>chat_id</c>, where the bot may write.</summary>
    public ChatRoom OpenChat()
    {
        var room = Chat();
        ChatAccess.EnsureOpen(room);
        return room;
    }
}
