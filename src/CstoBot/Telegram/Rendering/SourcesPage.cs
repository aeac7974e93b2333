using System.Globalization;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>One page of the list of documents, with buttons to the pages beside it.</summary>
internal static class SourcesPage
{
    public const int Documents = 10;

    // Ten of these and the heading always fit one message.
    private const int MaxLength = 380;

    /// <param name="number">From 1; what is beyond the last page, shows the last.</param>
    public static RenderedMessage Render(IReadOnlyList<SourceDocument> documents, int number, Language language, BotIdentity bot)
    {
        var texts = BotTexts.For(language);
        if (documents.Count == 0)
        {
            return new RenderedMessage(TelegramHtml.Write([Block.Paragraph(texts.NoSources)]));
        }

        var pages = (documents.Count + Documents - 1) / Documents;
        var page = Math.Clamp(number, 1, pages);
        var first = (page - 1) * Documents;
        List<Block> blocks = [Block.Paragraph(new Span(texts.SourcesHeading, TextStyle.Bold))];
        for (var position = first; position < Math.Min(first + Documents, documents.Count); position++)
        {
            blocks.Add(Entry(documents[position], language, bot));
        }

        return new RenderedMessage(TelegramHtml.Write(blocks), pages == 1 ? null : new Keyboard([PageRow.Of(page, pages, To, withEnds: true)]));
    }

    private static Block Entry(SourceDocument document, Language language, BotIdentity bot)
    {
        var entry = SourceList.Of(document, language);
        if (entry.Plain.Length > MaxLength)
        {
            var (left, _) = entry.CutAt(CutPosition.Find(entry, MaxLength));
            entry = Block.Paragraph([.. left.Spans, new Span("…")]);
        }

        return StartLink.ShowDocument.Of(document.Name).ToOrNull(bot) is { } link
            ? Block.Paragraph([.. entry.Spans, new Span(" · "), new Span(CommandTexts.For(language).ReadHere, Link: link)])
            : entry;
    }

    private static string To(int page) => new CommandButton(CommandText.Sources, page.ToString(CultureInfo.InvariantCulture)).ToString();
}
