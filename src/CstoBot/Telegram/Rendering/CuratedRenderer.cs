using System.Globalization;
using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Moderation.Curated;

namespace CstoBot.Telegram.Rendering;

/// <summary>Writes the kept answers for moderators: a page of their list, and one as people get it.</summary>
internal static class CuratedRenderer
{
    public const int PerPage = 8;

    private const int QuestionLength = 200;
    private const int NameLength = 60;
    private const int LabelLength = 30;
    private const int NumbersPerRow = 4;
    private const int CitationsPerRow = 2;

    // Telegram takes at most 100 buttons.
    private const int MaxCitations = 90;

    /// <param name="number">From 1.</param>
    public static RenderedMessage Page(CuratedPage page, int number, Language language)
    {
        var texts = CuratedTexts.For(language);
        if (page.Total == 0)
        {
            return new RenderedMessage(TelegramHtml.Write([Block.Paragraph(texts.None)]));
        }

        List<Block> blocks = [Block.Paragraph(new Span(texts.Heading, TextStyle.Bold)), .. page.Answers.Select(answer => Entry(answer, language))];
        var rows = page.Answers.Select(answer => new Button($"#{Text(answer.Id)}", new CuratedButton.Show(answer.Id).ToString())).Chunk(NumbersPerRow);
        return new RenderedMessage(TelegramHtml.Write(blocks), new Keyboard([.. rows, .. Turning(number, Pages(page.Total))]));
    }

    public static int Pages(int total) => Math.Max(1, (total + PerPage - 1) / PerPage);

    /// <summary>As people get it, below what it was kept for and by whom.</summary>
    public static IReadOnlyList<RenderedMessage> One(CuratedAnswer answer, Language language)
    {
        var cited = answer.Answer.Citations.Take(MaxCitations)
            .Select(citation => new Button(
                PlainText.Shorten(SourceList.Label(citation, language), LabelLength), new CuratedButton.Passage(answer.Id, citation.Number).ToString()))
            .Chunk(CitationsPerRow);
        Button[][] retiring = answer.State == CuratedState.Retired
            ? []
            : [[new Button(CuratedTexts.For(language).Retire, new CuratedButton.AskRetire(answer.Id).ToString())]];
        return RenderedMessage.From([Entry(answer, language), .. OutcomeRenderer.Blocks(answer.Given)], new Keyboard([.. cited, .. retiring]));
    }

    public static RenderedMessage RetireQuestion(CuratedAnswer answer, Language language)
    {
        var texts = CuratedTexts.For(language);
        return new RenderedMessage(
            TelegramHtml.Write([Block.Paragraph(texts.RetireQuestion(answer.Id)), Block.Paragraph(Question(answer))]),
            new Keyboard(
            [
                [
                    new Button(texts.Retire, new CuratedButton.Retire(answer.Id).ToString()),
                    new Button(texts.Keep, new CuratedButton.Keep().ToString()),
                ],
            ]));
    }

    private static Block Entry(CuratedAnswer answer, Language language)
    {
        var texts = CuratedTexts.For(language);
        var by = answer.By.Name.Length == 0 ? texts.Somebody : PlainText.Shorten(PlainText.OneLine(answer.By.Name), NameLength);
        var date = PhraseBook.For(language).Date(DateOnly.FromDateTime(answer.At.UtcDateTime));
        return Block.Paragraph(
            new Span($"#{Text(answer.Id)} "),
            Question(answer),
            new Span($"\n{texts.NameOf(answer.State)} · {date} · {by}"));
    }

    private static Span Question(CuratedAnswer answer)
    {
        var question = answer.Carried is null ? answer.Question : $"{answer.Carried} → {answer.Question}";
        return new Span(PlainText.Shorten(PlainText.OneLine(question), QuestionLength), TextStyle.Bold);
    }

    private static IEnumerable<IReadOnlyList<Button>> Turning(int page, int pages) =>
        pages == 1 ? [] : [PageRow.Of(page, pages, other => new CuratedButton.Page(other).ToString())];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
