using System.Text.Json.Nodes;
using TelegramSandbox.Wire;
using TelegramSandbox.World;

namespace TelegramSandbox.People;

/// <summary>People press buttons, ask inline, react. Called inside the world's gate.</summary>
internal sealed class Tapping(SandboxWorld world)
{
    public OpenCallback Press(Person person, ChatRoom room, int messageId, string callbackData)
    {
        var message = Found(person, room, messageId);
        if (!message.InlineKeyboard.SelectMany(row => row).Any(button => button.CallbackData == callbackData))
        {
            throw new ArgumentException($"message {messageId} has no button with the data \"{callbackData}\"", nameof(callbackData));
        }

        var query = world.Queries.OpenCallback(person.Id, room.Chat.Id);
        if (Membership.HasBot(room))
        {
            world.Updates.Add("callback_query", new JsonObject
            {
                ["id"] = query.Id,
                ["from"] = WireUser.Of(person),
                ["message"] = WireMessage.Of(world, room, message),
                ["chat_instance"] = room.Chat.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["data"] = callbackData,
            });
        }

        return query;
    }

    /// <summary>Presses the button under a preview; the bot hears of it.</summary>
    public void StopWriting(Person person, ChatRoom room, long draftId)
    {
        Membership.Ensure(person, room);
        if (world.Drafts(room).FirstOrDefault(draft => draft.Id == draftId) is not { CanStop: true, IsStopped: false } draft)
        {
            throw new ArgumentException($"nothing is being written under {draftId} that could be stopped", nameof(draftId));
        }

        room.Drafts[draftId] = draft with { IsStopped = true };
        world.Changes.Publish(draft.KeepOnStop ? "draft" : "draftEnds", room.Chat.Id, room.Drafts[draftId]);
        if (Membership.HasBot(room))
        {
            var stopped = new JsonObject { ["chat"] = WireChat.Of(world, room.Chat), ["draft_id"] = draftId };
            if (draft.ThreadId is { } thread)
            {
                stopped["message_thread_id"] = thread;
            }

            world.Updates.Add("stopped_message_generation", stopped);
        }
    }

    public OpenInline AskInline(Person person, string text, string offset)
    {
        const int MaxQuery = 256;
        if (text.Length > MaxQuery)
        {
            throw new ArgumentException("an inline query has at most 256 characters", nameof(text));
        }

        var query = world.Queries.OpenInline(person.Id);
        world.Updates.Add("inline_query", new JsonObject
        {
            ["id"] = query.Id,
            ["from"] = WireUser.Of(person),
            ["chat_type"] = "private",
            ["query"] = text,
            ["offset"] = offset,
        });
        return query;
    }

    /// <summary>The bot hears of reactions when it asked for them and, in groups, when it is an administrator.</summary>
    /// <param name="emoji">Empty = the reaction is taken back.</param>
    public void React(Person person, ChatRoom room, int messageId, string emoji)
    {
        var message = Found(person, room, messageId);
        var changed = message.Reactions.Where(pair => pair.Key != person.Id).ToDictionary();
        if (emoji.Length > 0)
        {
            changed[person.Id] = emoji;
        }

        world.Show(room, message with { Reactions = changed });
        if (room.Chat.Type == SandboxChatType.Private || room.Bot == BotStanding.Administrator)
        {
            world.Updates.Add("message_reaction", new JsonObject
            {
                ["chat"] = WireChat.Of(world, room.Chat),
                ["message_id"] = messageId,
                ["user"] = WireUser.Of(person),
                ["date"] = world.Now.ToUnixTimeSeconds(),
                ["old_reaction"] = Reaction(message.Reactions.GetValueOrDefault(person.Id, "")),
                ["new_reaction"] = Reaction(emoji),
            });
        }
    }

    private static SandboxMessage Found(Person person, ChatRoom room, int messageId)
    {
        Membership.Ensure(person, room);
        return room.FindOrNull(messageId)
            ?? throw new ArgumentException($"no message {messageId} in this chat", nameof(messageId));
    }

    private static JsonArray Reaction(string emoji) =>
        emoji.Length == 0 ? [] : [new JsonObject { ["type"] = "emoji", ["emoji"] = emoji }];
}
