using CstoBot.Answering;
using CstoBot.Composition;

namespace CstoBot.Telegram.Rendering;

/// <summary>Writes what was decided about a question as messages.</summary>
internal static class OutcomeRenderer
{
    /// <param name="answerId">Where the answer is stored; the buttons refer to it.</param>
    /// <param name="followUps">What to offer below; null for nothing.</param>
    /// <param name="heading">A first line, for what the user did not write; null for none.</param>
    public static IReadOnlyList<RenderedMessage> Render(AnswerOutcome outcome, long answerId, FollowUps? followUps = null, string? heading = null)
    {
        var top = Heading(heading);
        var offered = followUps ?? FollowUps.None;
        return outcome switch
        {
            AnswerOutcome.Answered { Answer: var answer } =>
                RenderedMessage.From([.. top, .. Blocks(answer)], AnswerKeyboard.Of(answerId, answer.Citations, offered, answer.Language)),
            AnswerOutcome.Abstained abstained => RenderedMessage.From([.. top, .. AbstentionBlocks(abstained)], AnswerKeyboard.OrNull(answerId, offered)),
            _ => RenderedMessage.From([.. top, .. Block.Paragraphs(outcome.Text)]),
        };
    }

    /// <summary>The answer with its sources, below a line that says so where a moderator has checked it.</summary>
    public static List<Block> Blocks(Answer answer) =>
    [
        .. answer.Checked is { } date ? new[] { Block.Paragraph(PhraseBook.For(answer.Language).Checked(date)) } : [],
        .. Statements(answer),
        .. answer.Citations.Count > 0 ? new[] { SourceList.Of(answer.Citations, answer.Language) } : [],
    ];

    /// <summary>The answer without its sources.</summary>
    public static IReadOnlyList<Block> Statements(Answer answer) =>
        [.. answer.Lead is null ? [] : new[] { Block.Paragraph(answer.Lead) }, .. answer.Statements.Select(statement => StatementBlock(statement, answer))];

    public static IReadOnlyList<Block> Heading(string? heading) =>
        heading is null ? [] : [Block.Paragraph(new Span(PlainText.OneLine(heading), TextStyle.Bold))];

    private static Block StatementBlock(Statement statement, Answer answer) => statement.IsNote
        ? Block.Paragraph(new Span(PhraseBook.For(answer.Language).Note(statement.Text), TextStyle.Italic))
        : Block.Paragraph(
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
}
