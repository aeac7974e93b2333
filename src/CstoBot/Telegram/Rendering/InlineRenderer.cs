using System.Globalization;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Rendering;

/// <summary>Writes what is offered inline. It may be posted anywhere: it holds nothing but documents' words, the question and a way to the bot.</summary>
internal static class InlineRenderer
{
    private const int MaxResults = 5;
    private const int TitleLength = 80;
    private const int DescriptionLength = 160;
    private const int PassageLength = 900;

    // A reload changes answers, but not every minute.
    private static readonly TimeSpan Cached = TimeSpan.FromMinutes(5);

    /// <summary>For somebody who has not written a question yet; in their language, hence for them alone.</summary>
    public static Instant.InlineReply Hint(Incoming.InlineQuery query, Language language) => new(
        query.QueryId, [], TimeSpan.Zero, IsPersonal: true, new InlineStart(CommandTexts.For(language).InlineHint, CommandText.Help));

    public static Instant.InlineReply Render(Incoming.InlineQuery query, AnswerOutcome outcome, IReadOnlyList<Passage> passages)
    {
        var texts = CommandTexts.For(outcome.Language);
        var ask = new StartLink.Ask(query.Text).ToOrNull(query.Bot);
        Keyboard keyboard = new([[Button.To(texts.InlineAskButton, ask ?? new Uri($"https://t.me/{query.Bot.Username}"))]]);
        var answer = (outcome as AnswerOutcome.Answered)?.Answer;
        var results = Answer(query.Text, answer, keyboard)
            .Concat(passages.Where(passage => !IsCited(passage.Chunk, answer)).DistinctBy(passage => passage.Chunk.Text)
                .Select(passage => Passage(query.Text, passage, outcome.Language, keyboard)))
            .OfType<InlineResult>()
            .Take(MaxResults)
            .ToList();
        return new Instant.InlineReply(
            query.QueryId, results, Cached, IsPersonal: false, results.Count == 0 ? new InlineStart(texts.InlineNothing, CommandText.Help) : null);
    }

    /// <summary>The answer and its sources in one message, or not at all: half of it would lack its sources.</summary>
    private static IEnumerable<InlineResult?> Answer(string question, Answer? answer, Keyboard keyboard)
    {
        if (answer is null)
        {
            return [];
        }

        List<Block> blocks = [Question(question), .. OutcomeRenderer.Blocks(answer)];
        return [ResultOrNull("answer", CommandTexts.For(answer.Language).InlineAnswer, answer.Text, blocks, keyboard)];
    }

    private static InlineResult? Passage(string question, Passage passage, Language language, Keyboard keyboard)
    {
        var chunk = passage.Chunk;
        var text = PlainText.OneLine(chunk.Text);
        var source = SourceList.Line("", chunk.Document, chunk.Section, language);
        List<Block> blocks =
        [
            Question(question),
            new(BlockKind.Quote, [new Span(PlainText.Shorten(text, PassageLength))]),
            Block.Paragraph([.. source]),
        ];
        return ResultOrNull(
            passage.ChunkNumber.ToString(CultureInfo.InvariantCulture),
            string.Concat(source.Select(span => span.Text)),
            text,
            blocks,
            keyboard);
    }

    private static Block Question(string question) => Block.Paragraph(new Span(PlainText.OneLine(question), TextStyle.Bold));

    private static InlineResult? ResultOrNull(string id, string title, string description, List<Block> blocks, Keyboard keyboard) =>
        MessageSplitter.Split(blocks) is [var text]
            ? new InlineResult(
                id,
                PlainText.Shorten(PlainText.OneLine(title), TitleLength),
                PlainText.Shorten(PlainText.OneLine(description), DescriptionLength),
                new RenderedMessage(text, keyboard))
            : null;

    private static bool IsCited(Chunk chunk, Answer? answer) => answer is not null && answer.Citations.Any(citation =>
        citation.Source == chunk.Document.Name && citation.Start < chunk.Span.End && chunk.Span.Start < citation.Start + citation.Length);
}
