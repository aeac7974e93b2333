using CstoBot.Answering;
using CstoBot.Conversations;

namespace CstoBot.Telegram.Rendering;

/// <summary>
/// Writes an answer that is not whole yet: the statements with their markers as they will stand there, and a sign that more comes. The list of
/// sources comes with the whole answer: here it would only be pushed down again and again under the reader's eyes.
/// </summary>
internal static class LiveRenderer
{
    private const string More = "\n\n…";

    /// <param name="heading">A first line, for what the user did not write; null for none.</param>
    /// <returns>As much as one message holds.</returns>
    public static MessageText Render(Answer soFar, string? heading)
    {
        List<Block> blocks = [.. OutcomeRenderer.Heading(heading), .. OutcomeRenderer.Statements(soFar)];
        var text = MessageSplitter.Split(blocks, TelegramHtml.MaxLength - More.Length) is [var first, ..] ? first : new MessageText("", "");
        return new MessageText(text.Html + More, text.Plain + More);
    }

    public static Keyboard StopButton(long liveId, Language language) =>
        new([[new Button(BotTexts.For(language).StopWriting, new ButtonData.StopWriting(liveId).ToString())]]);
}
