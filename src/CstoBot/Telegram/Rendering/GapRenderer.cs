using System.Globalization;
using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Moderation.Gaps;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>One gap a page, with what a moderator may do about it.</summary>
internal static class GapRenderer
{
    // Three of these, three documents and the rest fit one message.
    private const int MaxExample = 700;
    private const int MaxTitle = 200;

    public static RenderedMessage Render(GapPage page, Language language, BotIdentity bot)
    {
        var texts = GapTexts.For(language);
        if (page.Shown is not { } shown)
        {
            return new RenderedMessage(TelegramHtml.Write([Block.Paragraph(page.IsOpen ? texts.NoneOpen : texts.NoneSettled)]), Rows([Other(page, texts)]));
        }

        var heading = Format(page.IsOpen ? texts.OpenHeading : texts.SettledHeading, shown.Number, page.Place, page.Count);
        return new RenderedMessage(
            TelegramHtml.Write(
            [
                Block.Paragraph(new Span(heading, TextStyle.Bold), new Span($"\n{Asked(shown.Gap, texts, language)}")),
                .. Examples(shown.Gap),
                .. State(shown.Gap, texts, language),
                Block.Paragraph(shown.Nearest.Count == 0 ? [new Span(texts.NothingNear)] : [new Span(texts.Nearest), .. shown.Nearest.SelectMany(document => Line(document, bot))]),
            ]),
            Rows([.. Actions(page, shown, texts), Pages(page), Other(page, texts)]));
    }

    /// <summary>What an admin is told who is asked for a document.</summary>
    public static RenderedMessage Request(Gap gap, Language language)
    {
        var texts = GapTexts.For(language);
        return new RenderedMessage(TelegramHtml.Write(
            [Block.Paragraph(texts.PleaseAdd), .. Examples(gap), Block.Paragraph($"{Asked(gap, texts, language)}\n{texts.HowToAdd}")]));
    }

    private static string Asked(Gap gap, GapTexts texts, Language language)
    {
        var (first, last) = (Day(gap.Since, language), Day(gap.Last, language));
        var days = first == last ? Format(texts.On, first) : Format(texts.Between, first, last);
        return $"{Format(texts.Asked, gap.People, gap.Questions.Count)}\n{days}\n{texts.Languages}: {string.Join(", ", gap.Languages.Select(BotTexts.For(language).NameOf))}";
    }

    private static IEnumerable<Block> Examples(Gap gap) => gap.Examples.Select(example => new Block(
        BlockKind.Quote,
        [
            .. example.Question.Carried is { } carried ? new[] { new Span($"{PlainText.Shorten(PlainText.OneLine(carried), MaxTitle)}\n", TextStyle.Italic) } : [],
            new Span(PlainText.Shorten(PlainText.Clean(example.Question.Text), MaxExample)),
        ]));

    private static IEnumerable<Block> State(Gap gap, GapTexts texts, Language language)
    {
        var text = gap.State switch
        {
            GapState.Requested => texts.Requested,
            GapState.OutOfScope => texts.OutOfScope,
            GapState.Answered => texts.Answered,
            _ => null,
        };
        var again = gap.AskedSince > 0 ? $"\n{Format(texts.AskedSince, gap.AskedSince)}" : "";
        return text is null || gap.Stored?.MarkedAt is not { } at ? [] : [Block.Paragraph($"{Format(text, Day(at, language))}{again}")];
    }

    private static IEnumerable<Span> Line(SourceDocument document, BotIdentity bot) =>
    [
        new Span("\n• "),
        new Span(PlainText.Shorten(PlainText.OneLine(document.Label), MaxTitle), Link: StartLink.ShowDocument.Of(document.Name).ToOrNull(bot)),
    ];

    private static IEnumerable<IReadOnlyList<Button>> Actions(GapPage page, ShownGap shown, GapTexts texts)
    {
        Button To(string label, GapAction action) => new(label, new GapButton.Act(action, shown.Number, shown.Gap.Terms.Mark, page.IsOpen, page.Place).ToString());
        return shown.Gap.State switch
        {
            GapState.OutOfScope => [[To(texts.ReopenButton, GapAction.Reopen)]],
            GapState.Answered => [[To(texts.AnswerButton, GapAction.Answer)], [To(texts.ReopenButton, GapAction.Reopen)]],
            GapState.Requested =>
            [
                [To(texts.AnswerButton, GapAction.Answer), To(texts.OutOfScopeButton, GapAction.OutOfScope)],
                [To(texts.ReopenButton, GapAction.Reopen)],
            ],
            _ =>
            [
                [To(texts.AnswerButton, GapAction.Answer), To(texts.OutOfScopeButton, GapAction.OutOfScope)],
                [To(texts.RequestButton, GapAction.Request)],
            ],
        };
    }

    private static IReadOnlyList<Button> Pages(GapPage page)
    {
        Button To(string label, int place) => new(label, new GapButton.Turn(page.IsOpen, place).ToString());
        return [.. page.Place > 1 ? new[] { To("‹", page.Place - 1) } : [], .. page.Place < page.Count ? new[] { To("›", page.Place + 1) } : []];
    }

    private static IReadOnlyList<Button> Other(GapPage page, GapTexts texts) =>
        page.OtherCount == 0 ? [] : [new Button(Format(page.IsOpen ? texts.ShowSettled : texts.ShowOpen, page.OtherCount), new GapButton.Turn(!page.IsOpen, 1).ToString())];

    private static Keyboard? Rows(IReadOnlyList<IReadOnlyList<Button>> rows)
    {
        var filled = rows.Where(row => row.Count > 0).ToList();
        return filled.Count == 0 ? null : new Keyboard(filled);
    }

    private static string Day(DateTimeOffset at, Language language) => PhraseBook.For(language).Date(DateOnly.FromDateTime(at.UtcDateTime));

    private static string Format(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
