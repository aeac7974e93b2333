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

    private const int MaxUrl = 1_000;

    private const string Cut = " … ";

    /// <summary>The quote as it was kept with the answer, for a document that has changed or gone since.</summary>
    public static RenderedMessage Render(Citation citation, Language language) => Message(
        About(citation, language),
        Quoted(citation.Passage.Before.TrimStart(), citation.Passage.Quote, citation.Passage.After.TrimEnd(), isExcerpt: true),
        citation.Url,
        [Leaving(citation.Url, back: null, language)],
        language);

    /// <summary>A passage of the cited document as it is now.</summary>
    public static RenderedMessage Render(long answerId, Citation citation, PassagePlace passage, Language language)
    {
        var about = passage.IsHome
            ? About(citation, language)
            : SourceList.Line(passage.Chunk, MaxTitle, language);
        return Message(
            [
                .. about,
                .. !passage.IsHome && passage.Chunk.Document.PageOf(passage.Chunk.Span.Start) is { } page
                    ? [new Span($", {BotTexts.For(language).Page(page.ToString(CultureInfo.InvariantCulture))}")]
                    : Array.Empty<Span>(),
                new Span(string.Create(CultureInfo.InvariantCulture, $" · {passage.Number + 1}/{passage.Count}")),
                .. passage.IsEarlier ? [new Span($" · {BotTexts.For(language).EarlierVersion}", TextStyle.Italic)] : Array.Empty<Span>(),
            ],
            passage.IsHome ? Around(passage.Chunk, new TextSpan(citation.Start, citation.Length)) : [new Span(Shown(passage.Chunk.Text, MaxPassage))],
            citation.Url,
            Rows(answerId, citation.Number, passage, citation.Url, language),
            language);
    }

    private static RenderedMessage Message(
        IReadOnlyList<Span> about, IReadOnlyList<Span> passage, Uri? url, IReadOnlyList<IReadOnlyList<Button>> rows, Language language)
    {
        List<Block> blocks = [Block.Paragraph(about), new Block(BlockKind.Quote, passage)];
        if (url is not null && !IsForButton(url))
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

    private static List<IReadOnlyList<Button>> Rows(long answerId, int citation, PassagePlace passage, Uri? url, Language language)
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

        var leaving = Leaving(url, passage.IsHome ? null : new Button(texts.BackToQuote, new ButtonData.BackToQuote(answerId, citation).ToString()), language);
        return turning.Count == 0 ? [leaving] : [turning, leaving];
    }

    /// <summary>To the quote, to the original, away.</summary>
    private static List<Button> Leaving(Uri? url, Button? back, Language language) =>
    [
        .. back is null ? [] : new[] { back },
        .. url is not null && IsForButton(url) ? [Button.To(BotTexts.For(language).Original, url)] : Array.Empty<Button>(),
        Close(language),
    ];

    /// <summary>Telegram refuses a whole message for a button to what it takes for no address on the internet.</summary>
    private static bool IsForButton(Uri url) =>
        url is { IsAbsoluteUri: true, Scheme: "http" or "https", HostNameType: UriHostNameType.Dns, UserInfo: "" } && url.Host.Contains('.') && url.AbsoluteUri.Length <= MaxUrl;

    private static Button Close(Language language) => new(BotTexts.For(language).Close, new ButtonData.Close().ToString());
}

/// <summary>A passage of a document, with its place among the others.</summary>
/// <param name="Number">From 0.</param>
/// <param name="IsHome">It holds the quote that was asked for.</param>
/// <param name="IsEarlier">The document is another one by now, or gone.</param>
internal sealed record PassagePlace(Chunk Chunk, int Number, int Count, bool IsHome, bool IsEarlier = false);
