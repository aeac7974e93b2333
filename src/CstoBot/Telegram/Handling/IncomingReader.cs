using CstoBot.Conversations;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CstoBot.Telegram.Handling;

/// <summary>Reads an update: is it for the bot, and what does it ask? Pure, so that the manners in groups can be read and tested here.</summary>
internal static class IncomingReader
{
    public static Incoming Read(Update update, BotIdentity bot) => update switch
    {
        { Message: { } message } => ReadMessage(message, bot, isEdited: false),
        { EditedMessage: { } message } => ReadMessage(message, bot, isEdited: true),
        { CallbackQuery: { } press } => ReadPress(press),
        _ => new Incoming.Ignored(IgnoredReason.OtherKind),
    };

    private static Incoming ReadMessage(Message message, BotIdentity bot, bool isEdited)
    {
        if (UserIdOrNull(message) is not { } userId)
        {
            return new Incoming.Ignored(IgnoredReason.FromBot);
        }

        var origin = OriginOf(message, userId);
        var text = message.Text ?? message.Caption;
        if (string.IsNullOrWhiteSpace(text))
        {
            return ReadTextless(message, origin, isEdited);
        }

        return CommandText.ParseOrNull(text) is { } command
            ? ReadCommand(command, message, origin, bot, isEdited)
            : ReadText(text, message, origin, bot, isEdited);
    }

    private static Incoming ReadCommand(CommandText command, Message message, Origin origin, BotIdentity bot, bool isEdited)
    {
        if (command.Addressee is { } addressee && !addressee.Equals(bot.Username, StringComparison.OrdinalIgnoreCase))
        {
            return new Incoming.Ignored(IgnoredReason.CommandForAnotherBot);
        }

        if (command.Name == CommandText.Ask)
        {
            return Ask(command.Argument, ReferredTextOrNull(message, bot), origin, isEdited);
        }

        if (isEdited)
        {
            return new Incoming.Ignored(IgnoredReason.EditedCommand);
        }

        // In a group a bare command goes to every bot: one that we do not know is probably another's.
        return origin.IsGroup && command.Addressee is null && !CommandText.Known.Contains(command.Name)
            ? new Incoming.Ignored(IgnoredReason.CommandForAnotherBot)
            : new Incoming.Command(origin, command.Name);
    }

    private static Incoming ReadText(string text, Message message, Origin origin, BotIdentity bot, bool isEdited)
    {
        var isMentioned = Mention.IsIn(text, bot) || IsMentionedByName(message, bot);
        if (origin.IsGroup && !isMentioned && message.ReplyToMessage?.From?.Id != bot.Id)
        {
            return new Incoming.Ignored(IgnoredReason.NotAddressed);
        }

        return Ask(Mention.RemoveFrom(text, bot), ReferredTextOrNull(message, bot), origin, isEdited);
    }

    private static Incoming Ask(string text, string? context, Origin origin, bool isEdited) => (text.Trim(), context) switch
    {
        ("", null) => isEdited ? new Incoming.Ignored(IgnoredReason.EditedCommand) : new Incoming.Empty(origin),
        ("", { } referred) => new Incoming.Question(origin, referred, IsEdited: isEdited),
        var (question, referred) => new Incoming.Question(origin, question, referred, isEdited),
    };

    private static Incoming ReadTextless(Message message, Origin origin, bool isEdited)
    {
        if (isEdited || origin.IsGroup)
        {
            return new Incoming.Ignored(IgnoredReason.NotAddressed);
        }

        return message.IsServiceMessage || message.Type == MessageType.Unknown
            ? new Incoming.Ignored(IgnoredReason.ServiceMessage)
            : new Incoming.Textless(origin, message.MediaGroupId);
    }

    private static Incoming ReadPress(CallbackQuery press)
    {
        if (press.Message is not { Chat: not null } message)
        {
            return new Incoming.Ignored(IgnoredReason.OtherKind);
        }

        var origin = OriginOf(message, press.From.Id) with { LanguageCode = press.From.LanguageCode };
        return new Incoming.ButtonPress(origin, press.Id, HasButton(message, press.Data) ? press.Data : null);
    }

    /// <summary>The data come from the user's side, the message and its buttons from Telegram's. A message too old to be shown comes without.</summary>
    private static bool HasButton(Message message, string? data) =>
        message.Date == default
        || (message.ReplyMarkup?.InlineKeyboard ?? []).Any(row => row.Any(button => button.CallbackData == data));

    private static Origin OriginOf(Message message, long userId) => new(
        new ConversationKey(message.Chat.Id, message.IsTopicMessage ? message.MessageThreadId ?? 0 : 0, userId),
        message.Id,
        message.Chat.Type is ChatType.Group or ChatType.Supergroup,
        message.From?.LanguageCode);

    /// <summary>Null for other bots. An admin who writes in the group's name comes as a bot, but speaks as the group.</summary>
    private static long? UserIdOrNull(Message message) => message switch
    {
        { IsAutomaticForward: true } => null,
        { SenderChat: { } chat } => chat.Id,
        { From: { IsBot: false } user } => user.Id,
        _ => null,
    };

    private static bool IsMentionedByName(Message message, BotIdentity bot) =>
        (message.Entities ?? message.CaptionEntities ?? []).Any(entity => entity.User?.Id == bot.Id);

    /// <summary>What the message quotes, or else the message it replies to; the bot's own words are no question.</summary>
    private static string? ReferredTextOrNull(Message message, BotIdentity bot)
    {
        var replied = message.ReplyToMessage;
        if (replied is null || replied.From?.Id == bot.Id)
        {
            return null;
        }

        var text = Mention.RemoveFrom(message.Quote?.Text ?? replied.Text ?? replied.Caption ?? "", bot).Trim();
        return text.Length == 0 ? null : text;
    }
}
