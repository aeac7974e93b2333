using System.Globalization;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>Writes how a change of the documents goes, and how it ended: always one message.</summary>
internal static class RunRenderer
{
    private const int NameLength = 60;
    private const int ReasonLength = 100;
    private const int FaultLength = 500;
    private const int IdLength = 8;

    // As many names as fit, of each list.
    private static readonly int[] NamesTried = [20, 10, 5, 0];

    /// <param name="noticeId">What the button to cancel it refers to.</param>
    public static RenderedMessage Progress(CorpusProgress progress, long noticeId, bool isJoined, Language language)
    {
        var texts = RunTexts.For(language);
        List<string> lines = [.. isJoined ? new[] { texts.Joined } : [], texts.NameOf(progress.Phase)];
        if (progress.Total > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{texts.Documents}: {progress.Documents} / {progress.Total} · {texts.Chunks}: {progress.Chunks}"));
        }

        if (progress.Remaining is { } remaining)
        {
            lines.Add($"{texts.Left} {BotTexts.For(language).Wait(remaining)}");
        }

        var cancel = new CommandButton(CommandText.Reload, string.Create(CultureInfo.InvariantCulture, $"cancel {noticeId}"));
        return new RenderedMessage(Write([Block.Paragraph(string.Join('\n', lines))]), new Keyboard([[new Button(texts.Cancel, cancel.ToString())]]));
    }

    /// <param name="more">What else is to be said below.</param>
    /// <param name="edition">Of the corpus that a confirmation is for (<see cref="ListEdition"/>).</param>
    public static RenderedMessage Outcome(CorpusOutcome outcome, IReadOnlyList<Block> more, string edition, Language language)
    {
        var texts = RunTexts.For(language);
        return outcome switch
        {
            CorpusOutcome.Done(var report) => new RenderedMessage(Summary(report, more, texts)),
            CorpusOutcome.NeedsConfirmation(var removed, var total) => new RenderedMessage(
                Write([Block.Paragraph(texts.NeedsConfirmation(removed, total)), .. more]),
                new Keyboard(
                [
                    [
                        new Button(texts.RemoveThem, new CommandButton(CommandText.Reload, $"most {edition}").ToString()),
                        new Button(texts.LeaveAsIs, new CommandButton(CommandText.Reload, "leave").ToString()),
                    ],
                ])),
            CorpusOutcome.Cancelled => new RenderedMessage(Write([Block.Paragraph(texts.Cancelled), .. more])),
            CorpusOutcome.Failed(var reason) => new RenderedMessage(
                Write([Block.Paragraph(texts.Failed), Block.Paragraph(PlainText.Shorten(PlainText.OneLine(reason), FaultLength)), .. more])),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
    }

    public static RenderedMessage Interrupted(Language language) => new(Write([Block.Paragraph(RunTexts.For(language).Interrupted)]));

    /// <summary>Why documents could not be taken up by themselves; null when all went well.</summary>
    public static RenderedMessage? AlarmOrNull(CorpusOutcome outcome, Language language)
    {
        var texts = RunTexts.For(language);
        return outcome switch
        {
            CorpusOutcome.Failed(var reason) => new RenderedMessage(
                Write([Block.Paragraph(texts.AlarmFailed), Block.Paragraph(PlainText.Shorten(PlainText.OneLine(reason), FaultLength))])),
            CorpusOutcome.NeedsConfirmation(var removed, var total) => new RenderedMessage(
                Write([Block.Paragraph(texts.AlarmFailed), Block.Paragraph($"{texts.NeedsConfirmation(removed, total)} /reload")])),
            CorpusOutcome.Done { Report.Failed: { Count: > 0 } failed } => new RenderedMessage(
                Write([Block.Paragraph($"{texts.AlarmUnreadable}\n{Listed([.. failed.Select(Line)], NamesTried[0], texts)}")])),
            _ => null,
        };
    }

    /// <summary>The first characters of a version's id: as many as tell one from another.</summary>
    public static string ShortId(string version) => version.Length <= IdLength ? version : version[..IdLength];

    private static MessageText Summary(ReloadReport report, IReadOnlyList<Block> more, RunTexts texts)
    {
        var written = NamesTried.Select(names => Write([.. Lines(report, names, texts), .. more])).ToList();
        return written.Find(text => text.Plain.Length <= TelegramHtml.MaxLength) ?? written[^1];
    }

    private static IEnumerable<Block> Lines(ReloadReport report, int names, RunTexts texts)
    {
        var id = ShortId(report.CorpusVersion);
        var groups = new (string Name, IReadOnlyList<string> Documents)[]
        {
            (texts.Added, [.. report.Added.Select(Name)]),
            (texts.Changed, [.. report.Changed.Select(Name)]),
            (texts.Removed, [.. report.Removed.Select(Name)]),
            (texts.Unreadable, [.. report.Failed.Select(Line)]),
        };
        List<string> figures = [Figure(texts.Unchanged, report.Unchanged), Figure(texts.Chunks, report.Chunks)];
        figures.Add(string.Create(CultureInfo.InvariantCulture, $"{texts.Seconds}: {report.Elapsed.TotalSeconds:0.0}"));
        return
        [
            Block.Paragraph(report.ChangedNothing ? texts.NothingChanged(report.Number, id) : texts.Version(report.Number, id)),
            .. groups.Where(group => group.Documents.Count > 0).Select(group => Block.Paragraph(
                new Span($"{Figure(group.Name, group.Documents.Count)}\n", TextStyle.Bold), new Span(Listed(group.Documents, names, texts)))),
            Block.Paragraph(string.Join(" · ", figures)),
            .. report.Effect is { } effect ? new[] { Block.Paragraph($"{texts.Effect}: {Share(effect)}") } : [],
        ];
    }

    private static string Share(EvaluationEffect effect) => effect.Before is { } before
        ? string.Create(CultureInfo.InvariantCulture, $"{before:0.00} → {effect.After:0.00}")
        : string.Create(CultureInfo.InvariantCulture, $"{effect.After:0.00}");

    private static string Figure(string name, int count) => string.Create(CultureInfo.InvariantCulture, $"{name}: {count}");

    private static string Listed(IReadOnlyList<string> lines, int limit, RunTexts texts) =>
        string.Join('\n', lines.Take(limit).Concat(lines.Count > limit ? [texts.AndMore(lines.Count - limit)] : []));

    private static string Name(string name) => PlainText.Shorten(PlainText.OneLine(name), NameLength);

    private static string Line(FailedDocument document) => $"{Name(document.Name)}: {PlainText.Shorten(PlainText.OneLine(document.Reason), ReasonLength)}";

    private static MessageText Write(IReadOnlyList<Block> blocks) => TelegramHtml.Write(blocks);
}
