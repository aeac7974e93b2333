using TelegramSandbox.World;

namespace TelegramSandbox.WebChat;

/// <summary>Everything the page shows, at one moment; later changes come as events.</summary>
internal sealed record WebState(
    string Cursor,
    WebBot Bot,
    IReadOnlyList<WebPerson> People,
    IReadOnlyList<WebRoom> Chats)
{
    private static readonly string[] Roles = ["user", "moderator", "admin"];

    /// <summary>Called inside the world's gate.</summary>
    public static WebState Of(SandboxWorld world, string cursor) => new(
        cursor,
        new WebBot(world.Bot.Id, world.Bot.FirstName, world.Bot.Username, world.Profile.Descriptions),
        [.. Cast.People.Select(person => world.Person(person.Id)).Select((person, index) => new WebPerson(person.Id, Roles[index], person.FirstName, person.Username, person.LanguageCode))],
        [.. world.Rooms.Where(IsShown).Select(room => Room(world, room))]);

    // The page plays the three people it knows; of thousands more it would only grow slow.
    private static bool IsShown(ChatRoom room) => Cast.People.Any(person => room.Members.Contains(person.Id));

    private static WebRoom Room(SandboxWorld world, ChatRoom room) => new(
        room.Chat.Id,
        KeyOf(room.Chat),
        room.Chat.Title,
        room.Bot.ToString(),
        [.. room.Members],
        [.. room.Topics.Select(topic => new WebTopic(topic.Key, topic.Value))],
        Cast.People.Select(person => person.Id).Where(room.Members.Contains).ToDictionary(id => id, id => world.Profile.CommandsFor(room, world.Person(id))),
        room.Messages,
        world.Drafts(room));

    private static string KeyOf(SandboxChat chat) => chat switch
    {
        { Type: SandboxChatType.Private } => "private",
        { IsForum: true } => "forum",
        { Id: Cast.ModeratorsChatId } => "moderators",
        _ => "group",
    };
}

internal sealed record WebBot(long Id, string Name, string Username, IReadOnlyDictionary<string, string> Descriptions);

/// <param name="Role"><c>user</c>, <c>moderator</c> or <c>admin</c>: for whom the persona stands, not what the bot grants.</param>
internal sealed record WebPerson(long Id, string Role, string Name, string Username, string Language);

/// <param name="Commands">The commands that each member sees.</param>
internal sealed record WebRoom(
    long Id,
    string Key,
    string Title,
    string BotStanding,
    IReadOnlyList<long> Members,
    IReadOnlyList<WebTopic> Topics,
    IReadOnlyDictionary<long, IReadOnlyList<MenuCommand>> Commands,
    IReadOnlyList<SandboxMessage> Messages,
    IReadOnlyList<SandboxDraft> Drafts);

internal sealed record WebTopic(int Id, string Name);
