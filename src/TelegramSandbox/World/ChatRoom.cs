namespace TelegramSandbox.World;

/// <summary>Everything that changes about one chat. Touched only inside <see cref="SandboxWorld.Gate"/>.</summary>
internal sealed class ChatRoom(SandboxChat chat, IReadOnlyList<long> members, int firstMessageId)
{
    private readonly SortedDictionary<int, SandboxMessage> messages = [];
    private int nextMessageId = firstMessageId;
    private int oldestMessageId = firstMessageId;

    public SandboxChat Chat { get; } = chat;

    /// <summary>The people in the chat, without the bot.</summary>
    public HashSet<long> Members { get; } = [.. members];

    public HashSet<long> Administrators { get; } = [];

    /// <summary>Topic names by the id of the message that opened them.</summary>
    public Dictionary<int, string> Topics { get; } = [];

    public BotStanding Bot { get; set; } = BotStanding.Member;

    public IReadOnlyList<SandboxMessage> Messages => [.. messages.Values];

    public int TakeMessageId() => nextMessageId++;

    public SandboxMessage? FindOrNull(int messageId) => messages.GetValueOrDefault(messageId);

    public void Put(SandboxMessage message) => messages[message.Id] = message;

    /// <summary>Keeps only the latest messages; 0 = all.</summary>
    public void Forget(int kept)
    {
        while (kept > 0 && messages.Count > kept)
        {
            messages.Remove(oldestMessageId++);
        }
    }

    public bool Remove(int messageId) => messages.Remove(messageId);
}

/// <summary>What the bot is in a chat.</summary>
internal enum BotStanding
{
    /// <summary>The person never wrote to the bot: only a person can begin a private chat.</summary>
    NotStarted,
    Member,
    Administrator,
    Left,
    Kicked,

    /// <summary>Blocked by the person; private chats only.</summary>
    Blocked,
}
