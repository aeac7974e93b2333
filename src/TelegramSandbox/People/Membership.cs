using TelegramSandbox.World;

namespace TelegramSandbox.People;

/// <summary>Who may act in a chat, and whether the bot is there to hear of it.</summary>
internal static class Membership
{
    public static bool HasBot(ChatRoom room) => room.Bot is BotStanding.Member or BotStanding.Administrator;

    public static void Ensure(Person person, ChatRoom room)
    {
        if (!room.Members.Contains(person.Id))
        {
            throw new ArgumentException($"{person.FirstName} is not in the chat \"{room.Chat.Title}\"", nameof(person));
        }

        if (room.Bot == BotStanding.Blocked)
        {
            throw new InvalidOperationException($"{person.FirstName} blocked the bot: unblock it first");
        }
    }
}
