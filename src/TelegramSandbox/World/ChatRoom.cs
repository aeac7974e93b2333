namespace TelegramSandbox.World;

/// <summary>Everything that changes about one chat. Touched only inside <see cref="SandboxWorld.Gate"/>.</summary>
/// <param name="ids">Numbers the messages; shared with other chats unless this is a supergroup.</param>
internal sealed class ChatRoom(SandboxChat chat, IReadOnlyList<long> members, MessageIds ids)
{
    private readonly SortedDictionary<int, SandboxMessage> messages = [];
    private readonly Queue<int> shown = [];

    public SandboxChat Chat { get; } = chat;

    /// <summary>The people in the chat, without the bot.</summary>
    public HashSet<long> Members { get; } = [.. members];

    public HashSet<long> Administrators { get; } = [];

    /// <summary>Topic names by the id of the message that opened them.</summary>
    public Dictionary<int, string> Topics { get; } = [];

    /// <summary>What the bot is writing, by the id it chose; also what has vanished by itself.</summary>
    public Dictionary<long, SandboxDraft> Drafts { get; } = [];

    public BotStanding Bot { get; set; } = BotStanding.Member;

    public IReadOnlyList<SandboxMessage> Messages => [.. messages.Values];

    public int TakeMessageId() => ids.Take();

    public SandboxMessage? FindOrNull(int messageId) => messages.GetValueOrDefault(messageId);

    /// <param name="kept">How many messages are remembered, the latest; 0 = all.</param>
    public void Put(SandboxMessage message, int kept)
    {
        if (!messages.ContainsKey(message.Id))
        {
            shown.Enqueue(message.Id);
        }

        messages[message.Id] = message;
        while (kept > 0 && messages.Count > kept)
        {
            messages.Remove(shown.Dequeue());
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
