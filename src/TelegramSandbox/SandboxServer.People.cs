using TelegramSandbox.People;
using TelegramSandbox.World;

namespace TelegramSandbox;

/// <content>Acting as the people of the sandbox.</content>
public sealed partial class SandboxServer
{
    public IReadOnlyList<Person> People => Read(() => world.People);

    public Person User => Read(() => world.Person(Cast.User.Id));

    public Person Moderator => Read(() => world.Person(Cast.Moderator.Id));

    public Person Admin => Read(() => world.Person(Cast.Admin.Id));

    public Person Bot => world.Bot;

    /// <summary>A group of the three people and the bot; the admin is its creator.</summary>
    public SandboxChat Group => Read(() => world.Room(Cast.GroupId).Chat);

    /// <summary>A supergroup with topics, of the same people.</summary>
    public SandboxChat Forum => Read(() => world.Room(Cast.ForumId).Chat);

    /// <summary>A group of the moderator, the admin and the bot, for their work; the user is not in it and does not see it.</summary>
    public SandboxChat ModeratorsChat => Read(() => world.Room(Cast.ModeratorsChatId).Chat);

    /// <summary>The names of a forum's topics by thread id.</summary>
    public IReadOnlyDictionary<int, string> Topics(SandboxChat chat) => Read(() => world.Room(chat.Id).Topics.ToDictionary());

    /// <returns>Null when there is no such chat.</returns>
    public SandboxChat? ChatOrNull(long id) => Read(() => world.RoomOrNull(id)?.Chat);

    public SandboxChat PrivateChat(Person person) => Read(() => world.Room(person.Id).Chat);

    /// <summary>Writes a message. The first one in a private chat allows the bot to write there.</summary>
    /// <returns>The message's id.</returns>
    public int Send(Person person, SandboxChat chat, string text, int? replyTo = null, int? threadId = null) =>
        Read(() => talking.Send(world.Person(person.Id), world.Room(chat.Id), text, replyTo, threadId).Id);

    /// <summary>Sends a file.</summary>
    /// <returns>The message's id.</returns>
    public int SendDocument(Person person, SandboxChat chat, string fileName, byte[] content, string caption = "", int? threadId = null) =>
        Read(() => talking.SendDocument(world.Person(person.Id), world.Room(chat.Id), fileName, content, caption, threadId).Id);

    /// <summary>Changes the person's own message.</summary>
    public void Edit(Person person, SandboxChat chat, int messageId, string text) =>
        Do(() => talking.Edit(person, world.Room(chat.Id), messageId, text));

    /// <summary>Removes the person's own message. The bot is not told.</summary>
    public void Delete(Person person, SandboxChat chat, int messageId) =>
        Do(() => talking.Delete(person, world.Room(chat.Id), messageId));

    /// <summary>Presses a button that is under the message now.</summary>
    public PressedButton Press(Person person, SandboxChat chat, int messageId, string callbackData) => Read(() =>
    {
        var query = tapping.Press(world.Person(person.Id), world.Room(chat.Id), messageId, callbackData);
        return new PressedButton(query.Id, query.Answer.Task);
    });

    /// <summary>Types something after the bot's name.</summary>
    public AskedInline InlineQuery(Person person, string text, string offset = "") => Read(() =>
    {
        var query = tapping.AskInline(world.Person(person.Id), text, offset);
        return new AskedInline(query.Id, query.Answer.Task);
    });

    /// <summary>Sets the person's reaction to a message; empty takes it back.</summary>
    public void React(Person person, SandboxChat chat, int messageId, string emoji) =>
        Do(() => tapping.React(world.Person(person.Id), world.Room(chat.Id), messageId, emoji));

    /// <summary>The person stops the bot in their private chat.</summary>
    public void Block(Person person) => Change(PrivateChat(person), person, BotStanding.Blocked);

    public void Unblock(Person person) => Change(PrivateChat(person), person, BotStanding.Member);

    /// <summary>The admin removes the bot from a group for good.</summary>
    public void KickBot(SandboxChat chat) => Change(chat, Admin, BotStanding.Kicked);

    /// <summary>The admin adds the bot to a group (again).</summary>
    public void AddBot(SandboxChat chat) => Change(chat, Admin, BotStanding.Member);

    /// <summary>The admin makes the bot an administrator of a group; it then hears every message.</summary>
    public void PromoteBot(SandboxChat chat) => Change(chat, Admin, BotStanding.Administrator);

    /// <summary>Sets the language of a person's Telegram; it goes with their later messages.</summary>
    public void SetLanguage(Person person, string languageCode) => Do(() =>
    {
        world.Replace(world.Person(person.Id) with { LanguageCode = languageCode });
        world.Changes.Publish("people", 0, true);
    });

    private void Change(SandboxChat chat, Person by, BotStanding standing) =>
        Do(() => Standing.Change(world, world.Room(chat.Id), by, standing));

    private void Do(Action act)
    {
        lock (world.Gate)
        {
            act();
        }
    }

    private T Read<T>(Func<T> look)
    {
        lock (world.Gate)
        {
            return look();
        }
    }
}
