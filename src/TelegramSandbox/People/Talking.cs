using TelegramSandbox.Entities;
using TelegramSandbox.Wire;
using TelegramSandbox.World;

namespace TelegramSandbox.People;

/// <summary>People write, edit, delete and send files. Called inside the world's gate.</summary>
internal sealed class Talking(SandboxWorld world)
{
    private const int MaxText = 4096;
    private const int MaxCaption = 1024;

    public SandboxMessage Send(Person person, ChatRoom room, string text, int? replyTo, int? threadId) =>
        Post(person, room, text, document: null, replyTo, threadId);

    public SandboxMessage SendDocument(Person person, ChatRoom room, string fileName, byte[] content, string caption, int? threadId)
    {
        Membership.Ensure(person, room);
        return content.Length == 0 ? throw new ArgumentException("a file has at least one byte", nameof(content))
            : caption.Length > MaxCaption ? throw new ArgumentException($"a caption has at most {MaxCaption} characters", nameof(caption))
            : Post(person, room, caption, world.Files.Add(fileName, BotApi.MimeType.Of(fileName), content), replyTo: null, threadId);
    }

    public SandboxMessage Edit(Person person, ChatRoom room, int messageId, string text)
    {
        var message = Own(person, room, messageId);
        var cleaned = Cleaned(text, mayBeEmpty: message.Document is not null);
        var edited = message with { Text = cleaned.Text, Entities = cleaned.Entities, EditDate = world.Now };
        world.Show(room, edited);
        Deliver(room, edited, "edited_message");
        return edited;
    }

    /// <summary>Bots are not told about deleted messages.</summary>
    public void Delete(Person person, ChatRoom room, int messageId)
    {
        Own(person, room, messageId);
        world.Delete(room, messageId);
    }

    private SandboxMessage Post(Person person, ChatRoom room, string text, SandboxDocument? document, int? replyTo, int? threadId)
    {
        Membership.Ensure(person, room);
        var cleaned = Cleaned(text, mayBeEmpty: document is not null);
        var original = replyTo is { } id ? room.FindOrNull(id) ?? throw new ArgumentException($"no message {id} to reply to", nameof(replyTo)) : null;
        var message = new SandboxMessage(room.TakeMessageId(), room.Chat.Id, person, cleaned.Text, world.Now)
        {
            Entities = cleaned.Entities,
            Document = document,
            ReplyToMessageId = replyTo,
            ThreadId = threadId ?? original?.ThreadId,
        };
        if (room.Bot is BotStanding.NotStarted)
        {
            room.Bot = BotStanding.Member;
        }

        world.Show(room, message);
        Deliver(room, message, "message");
        return message;
    }

    private void Deliver(ChatRoom room, SandboxMessage message, string type)
    {
        if (Membership.HasBot(room) && PrivacyMode.Delivers(room, message, world.Bot, world.Options.GroupPrivacy))
        {
            world.Updates.Add(type, WireMessage.Of(world, room, message));
        }
    }

    private static SandboxMessage Own(Person person, ChatRoom room, int messageId) =>
        room.FindOrNull(messageId) is { } message && message.From.Id == person.Id
            ? message
            : throw new ArgumentException($"{person.FirstName} has no message {messageId} in this chat", nameof(messageId));

    private static FormattedText Cleaned(string text, bool mayBeEmpty)
    {
        var cleaned = EntityRules.Clean(new FormattedText(text, []));
        return cleaned.Text.Length <= MaxText && (mayBeEmpty || cleaned.Text.Length > 0)
            ? cleaned
            : throw new ArgumentException("a message has 1 to 4096 characters", nameof(text));
    }
}
