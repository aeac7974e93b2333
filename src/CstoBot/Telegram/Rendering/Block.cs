namespace CstoBot.Telegram.Rendering;

/// <summary>A paragraph or a quotation of a message; kept whole where a long message is split, if it can be.</summary>
internal sealed record Block(BlockKind Kind, IReadOnlyList<Span> Spans)
{
    /// <summary>The text without markup; its length is what Telegram counts.</summary>
    public string Plain { get; } = string.Concat(Spans.Select(span => span.Text));

    public static Block Paragraph(params IReadOnlyList<Span> spans) => new(BlockKind.Paragraph, spans);

    public static Block Paragraph(string text) => new(BlockKind.Paragraph, [new Span(text)]);

    /// <summary>A text of several paragraphs, parted by empty lines.</summary>
    public static IReadOnlyList<Block> Paragraphs(string text) => [.. text.Split("\n\n").Select(Paragraph)];

    /// <summary>The two sides of a cut at <paramref name="position"/> of <see cref="Plain"/>.</summary>
    public (Block Left, Block Right) CutAt(int position)
    {
        var left = new List<Span>();
        var right = new List<Span>();
        var start = 0;
        foreach (var span in Spans)
        {
            var leftLength = Math.Clamp(position - start, 0, span.Text.Length);
            Add(left, span, 0, leftLength);
            Add(right, span, leftLength, span.Text.Length - leftLength);
            start += span.Text.Length;
        }

        return (new Block(Kind, left), new Block(Kind, right));
    }

    private static void Add(List<Span> side, Span span, int start, int length)
    {
        if (length > 0)
        {
            side.Add(span.Slice(start, length));
        }
    }
}

internal enum BlockKind
{
    Paragraph,
    Quote,

    /// <summary>A quotation of which Telegram shows the first lines and the rest on a tap.</summary>
    FoldedQuote,
}
