namespace CstoBot.Telegram.Rendering;

/// <summary>Buttons under a message, row by row.</summary>
internal sealed record Keyboard(IReadOnlyList<IReadOnlyList<Button>> Rows);

/// <param name="Data">What comes back when the button is tapped: at most 64 bytes, see <see cref="ButtonData"/> and <see cref="CommandButton"/>.</param>
/// <param name="Link">Where the button leads instead; null when it comes back to the bot.</param>
internal sealed record Button(string Label, string Data, Uri? Link = null)
{
    public static Button To(string label, Uri link) => new(label, "", link);
}

/// <summary>A message to be sent: its text and the buttons under it.</summary>
/// <param name="Keyboard">Null for none.</param>
internal sealed record RenderedMessage(MessageText Text, Keyboard? Keyboard = null)
{
    /// <summary>As many messages as the text needs, with the buttons under the last.</summary>
    public static IReadOnlyList<RenderedMessage> From(IReadOnlyList<Block> blocks, Keyboard? keyboard = null)
    {
        var texts = MessageSplitter.Split(blocks);
        return [.. texts.Select((text, index) => new RenderedMessage(text, index == texts.Count - 1 ? keyboard : null))];
    }
}
