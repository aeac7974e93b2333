using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>Addresses messages to where an update came from.</summary>
internal static class Replies
{
    public static ChatPlace Place(this Origin origin) => new(origin.Conversation.Chat, origin.Conversation.Topic, origin.IsGroup);

    /// <summary>In groups as a reply: else nobody knows what it belongs to.</summary>
    public static IReadOnlyList<Outgoing> Reply(this Origin origin, IReadOnlyList<RenderedMessage> messages) =>
        [.. messages.Select((message, index) => new Outgoing.Message(origin.Place(), message, origin.IsGroup && index == 0 ? origin.MessageId : null))];

    public static IReadOnlyList<Outgoing> Reply(this Origin origin, string text) =>
        origin.Reply(RenderedMessage.From(Block.Paragraphs(text)));

    /// <summary>The last message, under which the buttons are, is noted as the answer's.</summary>
    public static IReadOnlyList<Outgoing> Answer(this Incoming.Question question, IReadOnlyList<RenderedMessage> messages, long answerId) =>
    [
        .. messages.Select((message, index) => new Outgoing.Message(
            question.Origin.Place(),
            message,
            ReplyTo: index == 0 && (question.Origin.IsGroup || question.IsEdited) ? question.Origin.MessageId : null,
            AnswerId: index == messages.Count - 1 ? answerId : null)),
    ];
}
