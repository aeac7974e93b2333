namespace TelegramSandbox.World;

/// <summary>What the bot told Telegram about itself.</summary>
internal sealed class BotProfile
{
    /// <summary>Command lists by scope and language code (empty = any language).</summary>
    public Dictionary<(CommandScope Scope, string Language), IReadOnlyList<MenuCommand>> Commands { get; } = [];

    public Dictionary<string, string> Descriptions { get; } = [];

    public Dictionary<string, string> ShortDescriptions { get; } = [];

    /// <summary>The commands that a person sees in a chat: the list of the narrowest scope that has one.</summary>
    public IReadOnlyList<MenuCommand> CommandsFor(ChatRoom room, Person person) =>
        CommandScope.NarrowestFirst(room, person)
            .SelectMany(scope => new[] { (scope, person.LanguageCode), (scope, "") })
            .Select(key => Commands.GetValueOrDefault(key))
            .FirstOrDefault(list => list is { Count: > 0 }) ?? [];
}

internal sealed record MenuCommand(string Command, string Description);

/// <summary>For whom a list of commands is meant.</summary>
/// <param name="Type">Telegram's name: <c>default</c>, <c>chat</c>, …</param>
internal sealed record CommandScope(string Type, long ChatId = 0, long UserId = 0)
{
    public static IEnumerable<CommandScope> NarrowestFirst(ChatRoom room, Person person)
    {
        var chatId = room.Chat.Id;
        if (room.Chat.Type == SandboxChatType.Private)
        {
            return [new("chat", chatId), new("all_private_chats"), new("default")];
        }

        CommandScope[] forAdministrators = room.Administrators.Contains(person.Id)
            ? [new("chat_administrators", chatId)]
            : [];
        CommandScope[] forAllAdministrators = forAdministrators.Length > 0 ? [new("all_chat_administrators")] : [];
        return
        [
            new("chat_member", chatId, person.Id), .. forAdministrators, new("chat", chatId),
            .. forAllAdministrators, new("all_group_chats"), new("default"),
        ];
    }
}
