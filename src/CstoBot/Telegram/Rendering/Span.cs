namespace CstoBot.Telegram.Rendering;

/// <summary>Text of one style. Whatever comes in, what comes out can be shown.</summary>
/// <param name="Link">Where the text leads when tapped; null for none.</param>
/// <param name="Glued">Never parted from the text before it, and never cut: the markers of a statement.</param>
internal sealed record Span(string Text, TextStyle Style = TextStyle.Plain, Uri? Link = null, bool Glued = false)
{
    public string Text { get; } = PlainText.Clean(Text);

    /// <summary>The part from <paramref name="start"/> on, in the same style.</summary>
    public Span Slice(int start, int length) => new(Text.Substring(start, length), Style, Link, Glued);
}

internal enum TextStyle
{
    Plain,
    Bold,
    Italic,

    /// <summary>Bold and underlined: the quote within its passage.</summary>
    Highlighted,
}
