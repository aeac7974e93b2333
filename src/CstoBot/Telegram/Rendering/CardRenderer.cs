using System.Globalization;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation.Cases;

namespace CstoBot.Telegram.Rendering;

/// <summary>Shows a case to moderators: one message, whatever its state, with the buttons for what can be done about it.</summary>
internal static class CardRenderer
{
    // A card is one message: what does not fit is shortened until it does.
    private static readonly int[] StatementLengths = [900, 400, 200, 100];

    private const int MaxQuestion = 600;
    private const int MaxEarlier = 2;
    private const int MaxName = 40;
    private const int LabelLength = 30;

    public static RenderedMessage Render(CardView view)
    {
        var keyboard = KeyboardOrNull(view);
        return StatementLengths
            .Select(length => RenderedMessage.From(Blocks(view, length), keyboard))
            .FirstOrDefault(messages => messages.Count == 1)?[0]
            ?? RenderedMessage.From(Heading(view), keyboard)[0];
    }

    /// <summary>Asks why a draft is rejected.</summary>
    public static Keyboard Reasons(Case of, Language language)
    {
        var texts = ReviewTexts.For(language);
        return new Keyboard(
        [
            .. Enum.GetValues<RejectReason>().Select(reason => Row(Button(texts.RejectReasons[reason], of, CaseVerb.Reject, (long)reason))),
            Row(Button(texts.Back, of, CaseVerb.Back)),
        ]);
    }

    /// <summary>Null where nothing can be done any more.</summary>
    public static Keyboard? KeyboardOrNull(CardView view)
    {
        var (of, texts) = (view.Case, ReviewTexts.For(view.Language));
        List<IReadOnlyList<Button>> rows = [.. Citations(view)];
        if (!of.IsPending)
        {
            if (of.Final is not null && view.CanBeKept)
            {
                rows.Add(Row(Button(texts.Keep, of, CaseVerb.Keep)));
            }
        }
        else if (of.Proposal is { } proposal)
        {
            rows.Add(Row(Button(texts.Send, of, CaseVerb.Send, proposal.Draft.Id), Button(texts.Drop, of, CaseVerb.Drop)));
            rows.Add(Row(Button(texts.Reject, of, CaseVerb.Reject)));
        }
        else
        {
            rows.Add(of.Draft is null
                ? Row(Button(texts.Edit, of, CaseVerb.Edit), Button(texts.Reject, of, CaseVerb.Reject))
                : Row(Button(texts.Approve, of, CaseVerb.Approve), Button(texts.Edit, of, CaseVerb.Edit), Button(texts.Reject, of, CaseVerb.Reject)));
            rows.Add(Row(Button(texts.Take, of, CaseVerb.Take), Button(texts.Skip, of, CaseVerb.Skip)));
            rows.AddRange(view.Similar.Select(similar => Row(Button(texts.UseEarlier(similar.CuratedId), of, CaseVerb.Use, similar.CuratedId))));
        }

        return rows.Count == 0 ? null : new Keyboard(rows);
    }

    private static List<Block> Heading(CardView view)
    {
        var (of, texts) = (view.Case, ReviewTexts.For(view.Language));
        var status = of.Decision is { } decision ? texts.Decided(of.State, NameOrNull(decision.By), view.Time(decision.At))
            : of.ClaimedBy(view.Now) is { } reviewer && of.Claim is { } claim ? $"{texts.States[of.State]}, {texts.TakenBy(Name(reviewer), view.Time(claim.Until))}"
            : texts.States[of.State];
        var reasons = string.Join("; ", of.Reasons.Select(reason => texts.Reasons[reason]));
        return
        [
            Block.Paragraph(new Span($"{texts.Case} {of.Id}", TextStyle.Bold), new Span(string.Create(CultureInfo.InvariantCulture, $" · {status}"))),
            .. reasons.Length == 0 ? [] : new[] { Block.Paragraph(new Span(reasons, TextStyle.Italic)) },
        ];
    }

    private static List<Block> Blocks(CardView view, int statementLength)
    {
        var (of, texts) = (view.Case, ReviewTexts.For(view.Language));
        var blocks = Heading(view);
        blocks.Add(Titled(texts.Question, of.Question.Text, Math.Min(MaxQuestion, statementLength)));
        if (of.Question.Earlier.Count > 0)
        {
            blocks.Add(Titled(texts.AskedBefore, string.Join(" / ", of.Question.Earlier.TakeLast(MaxEarlier)), statementLength));
        }

        if (of.Remark is { } remark)
        {
            blocks.Add(Titled(texts.Reader, remark, statementLength));
        }

        // One text at a time has numbers: a reply refers to those on the card.
        if (of is { Draft: { } draft, Proposal: null, Final: null })
        {
            blocks.Add(Block.Paragraph(new Span($"{texts.Draft}:", TextStyle.Bold)));
            blocks.AddRange(Shortened(draft.Answer, statementLength));
        }
        else if (of is { Draft: null, IsPending: true, Proposal: null })
        {
            blocks.Add(Block.Paragraph(texts.NoDraft));
        }

        blocks.AddRange(view.Changes.Select(change => Titled(change.Title, change.Text, statementLength)));
        if (of.Proposal is { } proposal)
        {
            blocks.Add(Block.Paragraph(new Span($"{texts.Proposal}:", TextStyle.Bold)));
            blocks.AddRange(Shortened(proposal.Draft.Answer, statementLength));
        }

        if (of.Final is { } final)
        {
            blocks.Add(Block.Paragraph(new Span($"{texts.Said}:", TextStyle.Bold)));
            blocks.AddRange(Shortened(final.Answer, statementLength));
        }

        if (of.IsPending && view.Similar.Count > 0)
        {
            blocks.Add(Block.Paragraph(
                $"{texts.SimilarAnswers}:\n{string.Join('\n', view.Similar.Select(similar => $"#{similar.CuratedId} {PlainText.Shorten(PlainText.OneLine(similar.Question), 120)}"))}"));
        }

        if (of.IsPending)
        {
            blocks.Add(Block.Paragraph(new Span(texts.HowToEdit, TextStyle.Italic)));
        }

        return blocks;
    }

    private static IReadOnlyList<Block> Shortened(Answer answer, int length)
    {
        var statements = answer.Statements.Select(statement => statement with { Text = PlainText.Shorten(statement.Text, length) }).ToList();
        var blocks = OutcomeRenderer.Statements(answer with { Statements = statements });
        return answer.Citations.Count == 0 ? blocks : [.. blocks, SourceList.Of(answer.Citations, answer.Language)];
    }

    private static IEnumerable<IReadOnlyList<Button>> Citations(CardView view)
    {
        var shown = view.Case.Proposal?.Draft ?? view.Case.Final ?? view.Case.Draft;
        return shown is null
            ? []
            : shown.Answer.Citations.Take(8).Select(citation => new Button(
                PlainText.Shorten(SourceList.Label(citation, view.Language), LabelLength), new ButtonData.ShowCitation(shown.Id, citation.Number).ToString())).Chunk(2);
    }

    private static Block Titled(string title, string text, int length) =>
        Block.Paragraph(new Span($"{title}: ", TextStyle.Bold), new Span(PlainText.Shorten(PlainText.OneLine(text), length)));

    private static IReadOnlyList<Button> Row(params IReadOnlyList<Button> buttons) => buttons;

    private static Button Button(string label, Case of, CaseVerb verb, long? number = null) => new(label, new CaseButton(of.Id, verb, number).ToString());

    private static string? NameOrNull(Reviewer? reviewer) => reviewer is null ? null : Name(reviewer);

    private static string Name(Reviewer reviewer) => PlainText.Shorten(PlainText.OneLine(reviewer.Name), MaxName);
}
