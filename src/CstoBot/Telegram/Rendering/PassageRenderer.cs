using System.Globalization;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Verification;

namespace CstoBot.Telegram.Rendering;

/// <summary>Writes the passage behind a citation with the quote highlighted where it stands, and the passages around it; one message each.</summary>
internal static class PassageRenderer
{
    // Titles come from documents and may be anything.
    private const int MaxTitle = 200;

    // The title, the position, the link and what parts them; the rest of a message is the passage's.
    private const int MaxFrame = 600;
    private const int MaxPassage = TelegramHtml.MaxLength - MaxFrame;

    private const string Cut = " … ";

    /// <summary>The quote as it was kept with the answer, for a document that has changed or gone since.</summary>
    public static RenderedMessage Render(Citation citation, Language language) => Message(
        About(citation, language),
        Quoted(citation.Passage.Before.TrimStart(), citation.Passage.Quote, citation.Passage.After.TrimEnd(), isExcerpt: true),
        citation.Url,
        [[Close(language)]],
        language);

    /// <summary>A passage of the cited document as it is now.</summary>
    public static RenderedMessage Render(long answerId, Citation citation, PassagePlace passage, Language language)
    {
        var about = passage.IsHome
            ? About(citation, language)
            : SourceList.Line(passage.Chunk, MaxTitle, language);
        return Message(
            [.. about, new Span(string.Create(CultureInfo.InvariantCulture, $" · {passage.Number + 1}/{passage.Count}"))],
            passage.IsHome ? Around(passage.Chunk, new TextSpan(citation.Start, citation.Length)) : [new Span(Shown(passage.Chunk.Text, MaxPassage))],
            citation.Url,
            Rows(answerId, citation.Number, passage, language),
            language);
    }

    private static RenderedMessage Message(
        IReadOnlyList<Span> about, IReadOnlyList<Span> passage, Uri? url, IReadOnlyList<IReadOnlyList<Button>> rows, Language language)
    {
        List<Block> blocks = [Block.Paragraph(about), new Block(BlockKind.Quote, passage)];
        if (url is not null)
        {
            blocks.Add(Block.Paragraph(new Span(BotTexts.For(language).Original, Link: url)));
        }

        return RenderedMessage.From(blocks, new Keyboard(rows))[0];
    }

    private static IReadOnlyList<Span> About(Citation citation, Language language) => SourceList.Line(
        $"[{citation.Number}] ",
        citation with { Title = Short(citation.Label), Publisher = citation.Publisher is null ? null : Short(citation.Publisher) },
        language);

    private static List<Span> Around(Chunk chunk, TextSpan quote)
    {
        var text = chunk.Document.Text;
        return Quoted(text[chunk.Span.Start..quote.Start], quote.Of(text), text[quote.End..chunk.Span.End], isExcerpt: false);
    }

    /// <summary>The quote highlighted within its surroundings; what is too long of them is left out at the far ends.</summary>
    /// <param name="isExcerpt">The surroundings go on.</param>
    private static List<Span> Quoted(string before, string quote, string after, bool isExcerpt)
    {
        var shown = Shown(quote, MaxPassage);
        var room = MaxPassage - shown.Length;
        var left = before[^Math.Min(before.Length, Math.Max(room / 2, room - after.Length))..];
        var right = after[..Math.Min(after.Length, room - left.Length)];
        var spans = new List<Span> { new(shown, TextStyle.Highlighted) };
        if (left.Length > 0)
        {
            spans.Insert(0, new Span(isExcerpt || left.Length < before.Length ? $"… {left}" : left));
        }

        if (right.Length > 0)
        {
            spans.Add(new Span(isExcerpt || right.Length < after.Length ? $"{right} …" : right));
        }

        return spans;
    }

    /// <summary>The text; where it is too long, its beginning and its end.</summary>
    private static string Shown(string text, int limit) =>
        text.Length <= limit ? text : $"{text[..(limit / 2)]}{Cut}{text[^((limit / 2) - Cut.Length)..]}";

    private static string Short(string title) => PlainText.Shorten(PlainText.OneLine(title), MaxTitle);

    private static List<IReadOnlyList<Button>> Rows(long answerId, int citation, PassagePlace passage, Language language)
    {
        var texts = BotTexts.For(language);
        Button TurnTo(string label, int place) =>
            new(label, new ButtonData.TurnTo(answerId, citation, place, ButtonData.EditionOf(passage.Chunk.Document.ContentHash)).ToString());

        List<Button> turning = [];
        if (passage.Number > 0)
        {
            turning.Add(TurnTo(texts.PreviousPassage, passage.Number - 1));
        }

        if (passage.Number + 1 < passage.Count)
        {
            turning.Add(TurnTo(texts.NextPassage, passage.Number + 1));
        }

        List<Button> leaving = [Close(language)];
        if (!passage.IsHome)
        {
            leaving.Insert(0, new Button(texts.BackToQuote, new ButtonData.BackToQuote(answerId, citation).ToString()));
        }

        return turning.Count == 0 ? [leaving] : [turning, leaving];
    }

    private static Button Close(Language language) => new(BotTexts.For(language).Close, new ButtonData.Close().ToString());
}

/// <summary>A passage of a document, with its place among the others.</summary>
/// <param name="Number">From 0.</param>
/// <param name="IsHome">It holds the quote that was asked for.</param>
internal sealed record PassagePlace(Chunk Chunk, int Number, int Count, bool IsHome);
