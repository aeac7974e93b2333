using System.Globalization;
using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>Writes all that is known of one document for an admin, and asks before it is removed.</summary>
internal static class SourceRenderer
{
    private const int ValueLength = 300;
    private const int TitleLength = 150;

    /// <param name="number">From 1, in the list as it is now.</param>
    public static RenderedMessage Details(Corpus corpus, int number, int chunks, Language language)
    {
        var (document, texts) = (corpus.Documents[number - 1], SourceTexts.For(language));
        var (about, origins, state) = (document.Metadata, document.Metadata.Origins, corpus.States.GetValueOrDefault(document.Name));
        string[] facts =
        [
            $"{texts.File}: {One(document.Name)}{(state is null ? "" : $" ({texts.NameOf(state.Origin)})")}",
            Fact(texts.Title, about.Title, origins.Title, texts),
            Fact(texts.Publisher, about.Publisher, origins.Publisher, texts),
            Fact(texts.Published, about.Published is null ? null : PhraseBook.For(language).Date(about.Published), origins.Published, texts),
            Fact(texts.Url, about.Url?.AbsoluteUri, origins.Url, texts),
            Fact(texts.Language, about.Language is { } known ? BotTexts.For(language).NameOf(known) : null, origins.Language, texts),
            .. about.Inferred is { } inferred ? [$"{BotTexts.For(language).Inferred}: {One(inferred)}"] : Array.Empty<string>(),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(document.PageStarts.Count == 0 ? "" : $"{texts.Pages}: {document.PageStarts.Count} · ")}{texts.Sections}: {document.Sections.Count} · {texts.Chunks}: {chunks}"),
            .. state is null ? [] : new[] { $"{texts.LastRead}: {SourceAdminPage.Moment(state.ReadAt)}" },
            .. state?.Failure is { } failure ? [$"⚠ {texts.Error}: {One(failure)}"] : Array.Empty<string>(),
        ];
        return new RenderedMessage(
            TelegramHtml.Write(
            [
                Block.Paragraph(new Span(string.Create(CultureInfo.InvariantCulture, $"{number}. ")), new Span(Title(document), TextStyle.Bold, about.Url)),
                Block.Paragraph(string.Join('\n', facts)),
                Block.Paragraph(texts.HowToCorrect(number)),
            ]),
            new Keyboard([[new Button(texts.Remove, new CommandButton(CommandText.Remove, Reference("ask", number, corpus)).ToString())]]));
    }

    public static RenderedMessage RemoveQuestion(Corpus corpus, int number, Language language)
    {
        var texts = SourceTexts.For(language);
        return new RenderedMessage(
            TelegramHtml.Write([Block.Paragraph(texts.RemoveQuestion(number, Title(corpus.Documents[number - 1])))]),
            new Keyboard(
            [
                [
                    new Button(texts.Remove, new CommandButton(CommandText.Remove, Reference("go", number, corpus)).ToString()),
                    new Button(RunTexts.For(language).LeaveAsIs, new CommandButton(CommandText.Remove, "keep").ToString()),
                ],
            ]));
    }

    /// <summary>A number means something in one state of the list only.</summary>
    private static string Reference(string what, int number, Corpus corpus) => string.Create(CultureInfo.InvariantCulture, $"{what} {number} {ListEdition.Of(corpus)}");

    private static string Fact(string name, string? value, MetadataOrigin? origin, SourceTexts texts) => value is null
        ? $"{name}: {texts.NotKnown}"
        : $"{name}: {One(value)}{(origin is { } from ? $" ({texts.NameOf(from)})" : "")}";

    private static string Title(SourceDocument document) => PlainText.Shorten(PlainText.OneLine(document.Label), TitleLength);

    private static string One(string text) => PlainText.Shorten(PlainText.OneLine(text), ValueLength);
}
