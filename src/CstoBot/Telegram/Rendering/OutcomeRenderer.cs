using CstoBot.Answering;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>Writes what was decided about a question as messages.</summary>
internal static class OutcomeRenderer
{
    private const int CitationsWithWideButtons = 8;
    private const int LabelLength = 30;

    // Telegram takes at most 100 buttons.
    private const int MaxCitationButtons = 90;

    /// <param name="answerId">Where the answer is stored; the buttons refer to it.</param>
    public static IReadOnlyList<RenderedMessage> Render(AnswerOutcome outcome, long answerId) => outcome switch
    {
        AnswerOutcome.Answered answered => RenderedMessage.From(Blocks(answered.Answer), AnswerKeyboard(answered.Answer, answerId)),
        AnswerOutcome.Abstained abstained => RenderedMessage.From(AbstentionBlocks(abstained)),
        _ => RenderedMessage.From(Block.Paragraphs(outcome.Text)),
    };

    /// <summary>The answer with its sources.</summary>
    public static List<Block> Blocks(Answer answer)
    {
        var blocks = new List<Block>();
        if (answer.Lead is not null)
        {
            blocks.Add(Block.Paragraph(answer.Lead));
        }

        blocks.AddRange(answer.Statements.Select(StatementBlock));
        blocks.Add(SourceList.Of(answer.Citations, answer.Language));
        return blocks;
    }

    private static Block StatementBlock(Statement statement) => Block.Paragraph(
        new Span(statement.Text),
        new Span(statement.Marked[statement.Text.Length..], Glued: true));

    private static List<Block> AbstentionBlocks(AnswerOutcome.Abstained abstained)
    {
        var blocks = Block.Paragraphs(abstained.Text).ToList();
        if (abstained.Nearest.Count > 0)
        {
            blocks.Add(Block.Paragraph(BotTexts.For(abstained.Language).NearestDocuments));
            blocks.Add(SourceList.Of(abstained.Nearest, abstained.Language));
        }

        return blocks;
    }

    private static Keyboard AnswerKeyboard(Answer answer, long answerId)
    {
        var perRow = answer.Citations.Count <= CitationsWithWideButtons ? 2 : 3;
        var citations = answer.Citations
            .Take(MaxCitationButtons)
            .Select(citation => new Button(
                PlainText.Shorten(SourceList.Label(citation, answer.Language), LabelLength),
                new ButtonData.ShowCitation(answerId, citation.Number).ToString()));

        return new Keyboard(
        [
            .. citations.Chunk(perRow),
            [Rate("👍", answerId, Vote.Up), Rate("👎", answerId, Vote.Down)],
        ]);
    }

    private static Button Rate(string label, long answerId, Vote vote) => new(label, new ButtonData.Rate(answerId, vote).ToString());
}
