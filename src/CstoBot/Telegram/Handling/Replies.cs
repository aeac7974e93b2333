using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>Addresses messages to where an update came from.</summary>
internal static class Replies
{
    public static ChatPlace Place(this Origin origin) => new(origin.Conversation.Chat, origin.Conversation.Topic, origin.IsGroup);

    public static Outgoing.Message Message(this Origin origin, RenderedMessage message, int? replyTo = null, AnswerPart? part = null) =>
        new(origin.Place(), message, replyTo, part) { After = origin.MessageId };

    /// <summary>In groups as a reply: else nobody knows what it belongs to.</summary>
    public static IReadOnlyList<Outgoing> Reply(this Origin origin, IReadOnlyList<RenderedMessage> messages) =>
        [.. messages.Select((message, index) => origin.Message(message, origin.IsGroup && index == 0 ? origin.MessageId : null))];

    public static IReadOnlyList<Outgoing> Reply(this Origin origin, string text) =>
        origin.Reply(RenderedMessage.From(Block.Paragraphs(text)));

    /// <summary>Another text in the place of the message whose button was tapped.</summary>
    public static Outgoing Edit(this Origin origin, RenderedMessage message) =>
        new Outgoing.Edit(origin.Place(), new MessageReference(origin.MessageId), message) { After = origin.MessageId };

    public static Outgoing Edit(this Origin origin, string text) => origin.Edit(new RenderedMessage(TelegramHtml.Write([Block.Paragraph(text)])));

    /// <summary>The messages of an answer. Where an earlier one is given, they take the place of its messages.</summary>
    /// <param name="live">The message in which the answer could be read while it was written; the first takes its place. Null for none.</param>
    public static IReadOnlyList<Outgoing> Answer(
        this Origin origin, IReadOnlyList<RenderedMessage> messages, long answerId, EarlierAnswer? earlier = null, int? live = null)
    {
        if (live is { } shown)
        {
            return
            [
                new Outgoing.Edit(origin.Place(), new MessageReference(shown), messages[0], new AnswerPart(answerId, 0)) { After = origin.MessageId },
                .. messages.Skip(1).Select((message, index) => origin.Message(message, replyTo: null, new AnswerPart(answerId, index + 1))),
            ];
        }

        var replaced = Math.Min(earlier?.Parts ?? 0, messages.Count);
        return
        [
            .. messages.Take(replaced).Select((message, index) =>
                new Outgoing.Edit(origin.Place(), PartOf(earlier, index), message, new AnswerPart(answerId, index)) { After = origin.MessageId }),
            .. messages.Skip(replaced).Select((message, index) =>
                origin.Message(message, origin.IsGroup && index + replaced == 0 ? origin.MessageId : null, new AnswerPart(answerId, index + replaced))),
            .. Enumerable.Range(replaced, Math.Max(0, (earlier?.Parts ?? 0) - replaced)).Select(index =>
                new Outgoing.Deletion(origin.Place(), PartOf(earlier, index)) { After = origin.MessageId }),
        ];
    }

    private static MessageReference PartOf(EarlierAnswer? earlier, int index) => new(Part: new AnswerPart(earlier?.Id ?? 0, index));
}
