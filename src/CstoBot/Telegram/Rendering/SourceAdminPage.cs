using System.Globalization;
using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>One page of the list of documents as admins see it: numbered, with where each comes from and what is wrong with it.</summary>
internal static class SourceAdminPage
{
    public const int Documents = 7;

    private const int TitleLength = 120;
    private const int NameLength = 60;
    private const int ErrorLength = 120;

    // As many as always fit below a page.
    private const int MaxListed = 8;

    /// <param name="number">From 1; what is beyond the last page, shows the last.</param>
    /// <param name="chunksOf">How many chunks a document has.</param>
    public static RenderedMessage Render(Corpus corpus, int number, Func<string, int> chunksOf, Language language)
    {
        var pages = Math.Max(1, (corpus.Documents.Count + Documents - 1) / Documents);
        var page = Math.Clamp(number, 1, pages);
        var first = (page - 1) * Documents;
        List<Block> blocks = [Header(corpus, language)];
        for (var place = first; place < Math.Min(first + Documents, corpus.Documents.Count); place++)
        {
            blocks.Add(Entry(corpus, place, chunksOf, language));
        }

        if (page == pages)
        {
            blocks.AddRange(Rest(corpus, language));
        }

        return new RenderedMessage(TelegramHtml.Write(blocks), pages == 1 ? null : new Keyboard([PageRow.Of(page, pages, To, withEnds: true)]));
    }

    /// <summary>"2026-03-01 12:00 UTC".</summary>
    public static string Moment(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    private static Block Header(Corpus corpus, Language language)
    {
        var texts = SourceTexts.For(language);
        var read = corpus.ReadAt is { } at ? $", {texts.LastRead}: {Moment(at)}" : "";
        var failed = Failures(corpus).Count;
        return Block.Paragraph(
            new Span($"{BotTexts.For(language).SourcesHeading}\n", TextStyle.Bold),
            new Span(string.Create(CultureInfo.InvariantCulture, $"{texts.Version} {corpus.Number} ({RunRenderer.ShortId(corpus.Version)}){read}")),
            new Span(string.Create(CultureInfo.InvariantCulture, $"\n{texts.Documents}: {corpus.Documents.Count}, {texts.CouldNotBeRead}: {failed}")));
    }

    private static Block Entry(Corpus corpus, int place, Func<string, int> chunksOf, Language language)
    {
        var (document, texts) = (corpus.Documents[place], SourceTexts.For(language));
        var (about, state) = (document.Metadata, corpus.States.GetValueOrDefault(document.Name));
        var stated = about.Published is null ? "" : about.Origins.Published is { } origin ? $" ({texts.NameOf(origin)})" : "";
        string[] facts =
        [
            .. state is null ? [] : new[] { texts.NameOf(state.Origin) },
            $"{PhraseBook.For(language).Date(about.Published)}{stated}",
            .. about.Language is { } known ? [BotTexts.For(language).NameOf(known)] : Array.Empty<string>(),
            string.Create(CultureInfo.InvariantCulture, $"{texts.Chunks}: {chunksOf(document.Name)}"),
            .. state is null ? [] : new[] { $"{texts.LastRead}: {Moment(state.ReadAt)}" },
        ];
        var error = state?.Failure is { } failure ? $"\n⚠ {PlainText.Shorten(PlainText.OneLine(failure), ErrorLength)}" : "";
        return Block.Paragraph(
            new Span(string.Create(CultureInfo.InvariantCulture, $"{place + 1}. ")),
            new Span(PlainText.Shorten(PlainText.OneLine(document.Label), TitleLength), TextStyle.Bold, about.Url),
            new Span($"\n{string.Join(" · ", facts)}{error}"));
    }

    /// <summary>What is not in the list: documents that never could be read, and those that admins removed.</summary>
    private static IEnumerable<Block> Rest(Corpus corpus, Language language)
    {
        var texts = SourceTexts.For(language);
        var names = corpus.Documents.Select(document => document.Name).ToHashSet();
        var unread = Failures(corpus).Where(failure => !names.Contains(failure.Name))
            .Select(failure => $"{PlainText.Shorten(PlainText.OneLine(failure.Name), NameLength)}: {PlainText.Shorten(PlainText.OneLine(failure.Reason), ErrorLength)}")
            .ToList();
        var removed = corpus.LeftOut.Select(name => PlainText.Shorten(PlainText.OneLine(name), NameLength)).ToList();
        return new[] { (texts.CouldNotBeRead, unread), (texts.LeftOut, removed) }
            .Where(list => list.Item2.Count > 0)
            .Select(list => Block.Paragraph(new Span($"{list.Item1}:\n", TextStyle.Bold), new Span(Listed(list.Item2, language))));
    }

    private static string Listed(List<string> lines, Language language) =>
        string.Join('\n', lines.Take(MaxListed).Concat(lines.Count > MaxListed ? [RunTexts.For(language).AndMore(lines.Count - MaxListed)] : []));

    private static List<FailedDocument> Failures(Corpus corpus) =>
    [
        .. corpus.Failures
            .Concat(corpus.States.Where(pair => pair.Value.Failure is not null).Select(pair => new FailedDocument(pair.Key, pair.Value.Failure ?? "")))
            .DistinctBy(failure => failure.Name),
    ];

    private static string To(int page) => new CommandButton(CommandText.Sources, page.ToString(CultureInfo.InvariantCulture)).ToString();
}
