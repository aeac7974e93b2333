using TelegramSandbox.BotApi;
using TelegramSandbox.Delivery;
using TelegramSandbox.Limits;

namespace TelegramSandbox.World;

/// <summary>The state of the sandbox: who there is, what was said, what the bot has not fetched yet.</summary>
internal sealed class SandboxWorld
{
    private readonly Dictionary<long, Person> people;
    private readonly Dictionary<long, ChatRoom> rooms;
    private readonly MessageIds messageIds;

    public SandboxWorld(SandboxOptions options, Person bot)
    {
        Options = options;
        Bot = bot;
        people = Cast.People.ToDictionary(person => person.Id);
        var now = options.TimeProvider.GetUtcNow();
        messageIds = new MessageIds(FirstIds.Message(now));
        rooms = Cast.Rooms(messageIds, new MessageIds(FirstIds.Message(now))).ToDictionary(room => room.Chat.Id);
        Updates = new UpdateQueue(FirstIds.Update(now), options.TimeProvider, Dice, Faults);
        Queries = new OpenQueries(options);
        Limiter = new RateLimiter(options);
    }

    /// <summary>Raised inside the gate.</summary>
    public event Action<SandboxMessage>? Shown;

    /// <summary>Raised inside the gate.</summary>
    public event Action<SandboxDraft>? DraftShown;

    /// <summary>Held while anything below is read or changed.</summary>
    public Lock Gate { get; } = new();

    public SandboxOptions Options { get; }

    public Person Bot { get; }

    /// <summary>Has its own lock.</summary>
    public FaultDice Dice { get; } = new();

    /// <summary>Has its own lock.</summary>
    public FaultTally Faults { get; } = new();

    public UpdateQueue Updates { get; }

    public Webhook Webhook { get; } = new();

    public OpenQueries Queries { get; }

    public RateLimiter Limiter { get; }

    public FileShelf Files { get; } = new();

    public BotProfile Profile { get; } = new();

    public ChangeFeed Changes { get; } = new();

    public IReadOnlyList<Person> People => [.. people.Values];

    public IReadOnlyList<ChatRoom> Rooms => [.. rooms.Values];

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    public Person Person(long id) => people[id];

    public Person? PersonOrNull(long id) => id == Bot.Id ? Bot : people.GetValueOrDefault(id);

    public ChatRoom Room(long chatId) => rooms[chatId];

    public ChatRoom? RoomOrNull(long chatId) => rooms.GetValueOrDefault(chatId);

    public Person AddPerson(string firstName, string languageCode)
    {
        var person = Cast.Newcomer(people.Count - Cast.People.Count, firstName, languageCode);
        people.Add(person.Id, person);
        rooms.Add(person.Id, Cast.PrivateRoom(person, messageIds));
        return person;
    }

    public ChatRoom AddGroup(string title, IReadOnlyList<Person> members)
    {
        var room = Cast.NewGroup(rooms.Count, title, members, messageIds);
        rooms.Add(room.Chat.Id, room);
        return room;
    }

    public void Replace(Person person) => people[person.Id] = person;

    /// <summary>Stores a new or changed message and tells everybody who watches.</summary>
    public void Show(ChatRoom room, SandboxMessage message)
    {
        room.Put(message, Options.MessagesKept);
        Changes.Publish("message", room.Chat.Id, message);
        Shown?.Invoke(message);
    }

    /// <summary>The previews that are shown in a chat now.</summary>
    public IReadOnlyList<SandboxDraft> Drafts(ChatRoom room) =>
        [.. room.Drafts.Values.Where(draft => draft.Date + SandboxDraft.Lifetime > Now && (draft.KeepOnStop || !draft.IsStopped))];

    public void ShowDraft(ChatRoom room, SandboxDraft draft)
    {
        room.Drafts[draft.Id] = draft;
        Changes.Publish("draft", room.Chat.Id, draft);
        DraftShown?.Invoke(draft);
    }

    /// <summary>The bot sent a message: what it was writing there is over.</summary>
    public void EndDrafts(ChatRoom room, int? threadId)
    {
        foreach (var draft in room.Drafts.Values.Where(draft => draft.ThreadId == threadId).ToList())
        {
            room.Drafts.Remove(draft.Id);
            Changes.Publish("draftEnds", room.Chat.Id, true);
        }
    }

    public bool Delete(ChatRoom room, int messageId)
    {
        if (!room.Remove(messageId))
        {
            return false;
        }

        Changes.Publish("deleted", room.Chat.Id, messageId);
        return true;
    }
}
