using CstoBot.Moderation.Cases;

namespace CstoBot.Telegram.Rendering;

/// <summary>Lists what happened to a case, a line each.</summary>
internal static class HistoryRenderer
{
    // The rest is in the database; a message holds no more.
    private const int MostShown = 40;

    public static IReadOnlyList<RenderedMessage> Render(CardView view, IReadOnlyList<CaseEvent> history)
    {
        var texts = ReviewTexts.For(view.Language);
        var lines = history.TakeLast(MostShown).Select(happened => Line(happened, view, texts));
        return RenderedMessage.From(
        [
            Block.Paragraph(new Span($"{texts.Case} {view.Case.Id} · {texts.History}", TextStyle.Bold)),
            Block.Paragraph((history.Count > MostShown ? "…\n" : "") + string.Join('\n', lines)),
            .. About(view.Case) is { Length: > 0 } about ? [Block.Paragraph(about)] : Array.Empty<Block>(),
        ]);
    }

    private static string Line(CaseEvent happened, CardView view, ReviewTexts texts)
    {
        var by = happened.By is { } reviewer ? $", {PlainText.Shorten(PlainText.OneLine(reviewer.Name), 40)}" : "";
        var detail = happened.Detail is { } more ? $": {Detail(happened.Kind, more, texts)}" : "";
        return $"{view.Time(happened.At)} {texts.Events[happened.Kind]}{by}{detail}";
    }

    private static string Detail(CaseEventKind kind, string detail, ReviewTexts texts) => kind switch
    {
        CaseEventKind.Rejected when Enum.TryParse<RejectReason>(detail, out var reason) => texts.RejectReasons[reason],
        CaseEventKind.ReportedAgain when Enum.TryParse<HoldReason>(detail, out var reason) => texts.Reasons[reason],
        _ => detail,
    };

    /// <summary>How the draft came about: composer, confidence, corpus version.</summary>
    private static string About(Case of) => of.Draft is { Answer: var draft }
        ? FormattableString.Invariant($"{draft.Composer} · {draft.Confidence:0.00} · {draft.CorpusVersion}{(draft.Model is null ? "" : $" · {draft.Model}")}")
        : "";
}
