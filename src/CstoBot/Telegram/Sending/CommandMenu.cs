using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;
using Telegram.Bot.Types;

namespace CstoBot.Telegram.Sending;

/// <summary>A menu of commands: for which chats, in which language, and what it lists.</summary>
/// <param name="LanguageCode">Null for all languages that have no menu of their own.</param>
internal sealed record CommandMenu(BotCommandScope Scope, string? LanguageCode, IReadOnlyList<MenuEntry> Entries)
{
    private static readonly (Language Language, string? Code)[] Languages = [(Language.English, null), (Language.Russian, "ru")];

    /// <summary>What everybody sees in private chats and in groups.</summary>
    public static IReadOnlyList<CommandMenu> OfEverybody() =>
    [
        .. Languages.Select(spoken => new CommandMenu(BotCommandScope.AllPrivateChats(), spoken.Code, CommandTexts.For(spoken.Language).PrivateMenu)),
        .. Languages.Select(spoken => new CommandMenu(BotCommandScope.AllGroupChats(), spoken.Code, CommandTexts.For(spoken.Language).GroupMenu)),
    ];

    /// <summary>What an admin or a moderator sees in their private chat.</summary>
    public static IReadOnlyList<CommandMenu> OfStaff(long userId, bool isAdmin) =>
        [.. Languages.Select(spoken => new CommandMenu(BotCommandScope.Chat(userId), spoken.Code, ForStaff(CommandTexts.For(spoken.Language), isAdmin)))];

    private static IReadOnlyList<MenuEntry> ForStaff(CommandTexts texts, bool isAdmin) =>
        [.. texts.PrivateMenu, .. texts.ModeratorMenu, .. isAdmin ? texts.AdminMenu : []];
}
