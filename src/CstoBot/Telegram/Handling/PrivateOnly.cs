using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;

namespace CstoBot.Telegram.Handling;

/// <summary>What concerns one person is not said before a group: there, a button leads to the private chat.</summary>
internal static class PrivateOnly
{
    public static Effects Lead(Origin origin, string command)
    {
        var texts = CommandTexts.For(origin.Language);
        return Effects.Send(origin.Reply(Message(texts.OnlyInPrivate, texts.OpenPrivateButton, new StartLink.Run(command), origin.Bot)));
    }

    /// <summary>Stands in a group for an answer that is read elsewhere.</summary>
    public static IReadOnlyList<RenderedMessage> LeadToAnswer(Origin origin, Language language, long answerId)
    {
        var texts = CommandTexts.For(language);
        return Message(texts.ReadInPrivate, texts.ReadInPrivateButton, new StartLink.AskAgain(answerId), origin.Bot);
    }

    private static IReadOnlyList<RenderedMessage> Message(string text, string label, StartLink link, BotIdentity bot)
    {
        Keyboard? keyboard = link.ToOrNull(bot) is { } target ? new Keyboard([[Button.To(label, target)]]) : null;
        return RenderedMessage.From([Block.Paragraph(text)], keyboard);
    }
}
