using System.Globalization;

namespace TelegramSandbox.World;

/// <summary>The people and chats that every sandbox has. Their ids never change, so that roles can be granted in settings.</summary>
internal static class Cast
{
    public const long GroupId = -4_100_000_001;
    public const long ModeratorsChatId = -4_100_000_002;
    public const long ForumId = -1_002_100_000_001;

    private const long FirstNewcomerId = 800_000_001;
    private const long FirstNewGroupId = -4_200_000_001;

    public static readonly Person User = new(700_000_001, "Anna", "anna_sandbox", "en");
    public static readonly Person Moderator = new(700_000_002, "Мария", "maria_sandbox", "ru");
    public static readonly Person Admin = new(700_000_003, "Viktor", "viktor_sandbox", "en");

    public static IReadOnlyList<Person> People => [User, Moderator, Admin];

    /// <param name="supergroup">Numbers the messages of the forum, which has a sequence of its own.</param>
    public static IReadOnlyList<ChatRoom> Rooms(MessageIds ids, MessageIds supergroup)
    {
        long[] everybody = [User.Id, Moderator.Id, Admin.Id];
        var group = new ChatRoom(new SandboxChat(GroupId, SandboxChatType.Group, "Sandbox group"), everybody, ids);
        var forum = new ChatRoom(new SandboxChat(ForumId, SandboxChatType.Supergroup, "Sandbox forum", IsForum: true), everybody, supergroup);
        var moderators = new ChatRoom(new SandboxChat(ModeratorsChatId, SandboxChatType.Group, "Moderators"), [Moderator.Id, Admin.Id], ids);
        group.Administrators.Add(Admin.Id);
        moderators.Administrators.Add(Admin.Id);
        forum.Administrators.Add(Admin.Id);
        OpenTopic(forum, "Questions");
        OpenTopic(forum, "Off-topic");
        return [.. People.Select(person => PrivateRoom(person, ids)), group, forum, moderators];
    }

    public static int OpenTopic(ChatRoom room, string name)
    {
        var threadId = room.TakeMessageId();
        room.Topics[threadId] = name;
        return threadId;
    }

    /// <param name="number">How many came before, from 0.</param>
    public static Person Newcomer(int number, string firstName, string languageCode) =>
        new(FirstNewcomerId + number, firstName, string.Create(CultureInfo.InvariantCulture, $"newcomer_{number + 1}"), languageCode);

    /// <param name="number">Unique among the groups of a sandbox.</param>
    public static ChatRoom NewGroup(int number, string title, IReadOnlyList<Person> members, MessageIds ids)
    {
        var chat = new SandboxChat(FirstNewGroupId - number, SandboxChatType.Group, title);
        var room = new ChatRoom(chat, [.. members.Select(member => member.Id)], ids);
        room.Administrators.Add(members[0].Id);
        return room;
    }

    public static ChatRoom PrivateRoom(Person person, MessageIds ids) =>
        new(new SandboxChat(person.Id, SandboxChatType.Private, person.FirstName), [person.Id], ids)
        {
            Bot = BotStanding.NotStarted,
        };
}
