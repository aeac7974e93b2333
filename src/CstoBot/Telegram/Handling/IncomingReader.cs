using System.Text;
using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CstoBot.Telegram.Handling;

/// <summary>Reads an update: is it for the bot, and what does it ask? Pure, so that the manners in groups can be read and tested here.</summary>
internal static class IncomingReader
{
    private const int GeneralTopic = 1;

    public static Incoming Read(Update update, BotIdentity bot) => update switch
    {
        { Message: { } message } => ReadMessage(message, bot, isEdited: false),
        { EditedMessage: { } message } => ReadMessage(message, bot, isEdited: true),
        { CallbackQuery: { } press } => ReadPress(press, bot),
        { InlineQuery: { } query } => new Incoming.InlineQuery(bot, query.From.Id, query.From.LanguageCode, query.Id, query.Query.Trim()),
        { MyChatMember: { } change } => ReadMembership(change, bot),
        { StoppedMessageGeneration: not null } => new Incoming.Ignored(IgnoredReason.Stopped),
        _ => new Incoming.Ignored(IgnoredReason.OtherKind),
    };

    private static Incoming ReadMessage(Message message, BotIdentity bot, bool isEdited)
    {
        if (message is { MigrateToChatId: { } next })
        {
            return new Incoming.GroupMoved(message.Chat.Id, next);
        }

        if (message is { MigrateFromChatId: { } before })
        {
            return new Incoming.GroupMoved(before, message.Chat.Id);
        }

        if (UserIdOrNull(message) is not { } userId)
        {
            return new Incoming.Ignored(IgnoredReason.FromBot);
        }

        return message.ViaBot?.Id == bot.Id
            ? new Incoming.Ignored(IgnoredReason.OwnInlineResult)
            : WithReply(ReadContent(message, OriginOf(message, userId, bot), bot, isEdited), message, bot);
    }

    private static Incoming WithReply(Incoming read, Message message, BotIdentity bot) => (read, message.ReplyToMessage) switch
    {
        (Incoming.InChat and not Incoming.Command, { From.Id: var author } replied) when author == bot.Id =>
            ((Incoming.InChat)read) with { Reply = new ReplyToBot(replied.Id, message.Text ?? "") },
        // In a forum everything that replies to nothing comes as a reply to what opened the topic.
        (Incoming.Command command, { ForumTopicCreated: null } replied) => command with { RepliesTo = new RepliedMessage(replied.Id, PersonOrNull(replied)) },
        _ => read,
    };

    /// <summary>A moving picture comes as a document, too.</summary>
    private static Incoming ReadContent(Message message, Origin origin, BotIdentity bot, bool isEdited) =>
        ReadWords(message, origin, bot, isEdited) is var read && !origin.IsGroup && !isEdited && message is { Document: { } document, Animation: null }
            ? new Incoming.Document(origin, new SentFile(document.FileId, document.FileName ?? "", document.FileSize), read)
            : read;

    private static Incoming ReadWords(Message message, Origin origin, BotIdentity bot, bool isEdited)
    {
        var text = message.Text ?? message.Caption;
        if (string.IsNullOrWhiteSpace(text))
        {
            return ReadTextless(message, origin, bot, isEdited);
        }

        var command = CommandText.ParseOrNull(text);
        if (message.ForwardOrigin is not null)
        {
            return ReadForwarded(text, command, origin, bot, isEdited);
        }

        return command is not null
            ? ReadCommand(command, message, origin, bot, isEdited)
            : ReadText(text, message, origin, bot, isEdited);
    }

    /// <summary>Who forwards shows what somebody else wrote: in a private chat to ask just that. Somebody else's command is not carried out.</summary>
    private static Incoming ReadForwarded(string text, CommandText? command, Origin origin, BotIdentity bot, bool isEdited) =>
        origin.IsGroup
            ? new Incoming.Ignored(IgnoredReason.NotAddressed)
            : Ask(command is null ? Mention.RemoveFrom(text, bot) : command.Name == CommandText.Ask ? command.Argument : "", null, origin, isEdited);

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
            : new Incoming.Command(origin, command.Name, command.Argument);
    }

    private static Incoming ReadText(string text, Message message, Origin origin, BotIdentity bot, bool isEdited)
    {
        var isMentioned = Mention.IsIn(text, bot) || IsMentionedByName(message, bot);
        if (origin.IsGroup && !isMentioned && !(IsReplyTo(bot, message) && HasWords(text)))
        {
            return new Incoming.Ignored(IgnoredReason.NotAddressed);
        }

        return Ask(Mention.RemoveFrom(text, bot), ReferredTextOrNull(message, bot), origin, isEdited);
    }

    private static Incoming Ask(string text, string? context, Origin origin, bool isEdited) => (HasWords(text) ? text.Trim() : "", context) switch
    {
        ("", null) => isEdited ? new Incoming.Ignored(IgnoredReason.EditedCommand) : new Incoming.Empty(origin),
        ("", { } referred) => Question(referred, null, origin, isEdited),
        var (question, referred) => Question(question, referred, origin, isEdited),
    };

    /// <summary>A thumb or a question mark alone asks nothing.</summary>
    private static bool HasWords(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    private static Incoming Question(string text, string? context, Origin origin, bool isEdited) => LongText.QuestionOrNull(text) is { } question
        ? new Incoming.Question(origin, question, context is null ? null : LongText.Beginning(context), isEdited)
        : new Incoming.TooLong(origin);

    private static Incoming ReadTextless(Message message, Origin origin, BotIdentity bot, bool isEdited)
    {
        if (isEdited || (origin.IsGroup && !IsReplyTo(bot, message)))
        {
            return new Incoming.Ignored(IgnoredReason.NotAddressed);
        }

        return message.IsServiceMessage || message.Type == MessageType.Unknown
            ? new Incoming.Ignored(IgnoredReason.ServiceMessage)
            : new Incoming.Textless(origin, message.MediaGroupId);
    }

    private static Incoming ReadMembership(ChatMemberUpdated change, BotIdentity bot)
    {
        var isAdded = change.OldChatMember.Status is ChatMemberStatus.Left or ChatMemberStatus.Kicked
            && change.NewChatMember.Status is ChatMemberStatus.Member or ChatMemberStatus.Administrator;
        return isAdded && IsGroup(change.Chat)
            ? new Incoming.AddedToGroup(new Origin(new ConversationKey(change.Chat.Id, 0, change.From.Id), 0, IsGroup: true, change.From.LanguageCode) { Bot = bot })
            : new Incoming.Ignored(IgnoredReason.ServiceMessage);
    }

    private static Incoming ReadPress(CallbackQuery press, BotIdentity bot)
    {
        if (press.Message is not { Chat: not null } message)
        {
            return new Incoming.Ignored(IgnoredReason.OtherKind);
        }

        var origin = OriginOf(message, press.From.Id, bot) with { LanguageCode = press.From.LanguageCode, PersonName = press.From.FirstName };
        return new Incoming.ButtonPress(origin, press.Id, HasButton(message, press.Data) ? press.Data : null);
    }

    /// <summary>
    /// The data come from the user's side, the message and its buttons from Telegram's. A message too old to be shown comes without. A
    /// button of staff may just have gone from under a finger, which is told why; and who forges one is to be noticed.
    /// </summary>
    private static bool HasButton(Message message, string? data) =>
        message.Date == default
        || (CommandButton.ParseOrNull(data) is { Name: var command } && CommandText.CheckedAtEachPress.Contains(command))
        || (message.ReplyMarkup?.InlineKeyboard ?? []).Any(row => row.Any(button => button.CallbackData == data));

    private static Origin OriginOf(Message message, long userId, BotIdentity bot) => new(
        new ConversationKey(message.Chat.Id, TopicOf(message), userId),
        message.Id,
        IsGroup(message.Chat),
        message.From?.LanguageCode)
    {
        Bot = bot,
        PersonName = message.From?.FirstName ?? "",
    };

    /// <summary>The general topic is the chat itself: Telegram refuses to write to it by its number.</summary>
    private static int TopicOf(Message message) => message is { IsTopicMessage: true, MessageThreadId: { } topic and not GeneralTopic } ? topic : 0;

    private static bool IsGroup(Chat chat) => chat.Type is ChatType.Group or ChatType.Supergroup;

    private static bool IsReplyTo(BotIdentity bot, Message message) => message.ReplyToMessage?.From?.Id == bot.Id;

    /// <summary>Null for other bots. An admin who writes in the group's name comes as a bot, but speaks as the group.</summary>
    private static long? UserIdOrNull(Message message) => message switch
    {
        { IsAutomaticForward: true } => null,
        { SenderChat: { } chat } => chat.Id,
        { From: { IsBot: false } user } => user.Id,
        _ => null,
    };

    /// <summary>Who writes in the name of a group or a channel is nobody in particular, though Telegram fills in somebody as the sender.</summary>
    private static long? PersonOrNull(Message message) => UserIdOrNull(message) is > 0 and var person ? person : null;

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
