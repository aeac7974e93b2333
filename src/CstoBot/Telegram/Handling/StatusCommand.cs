using System.Globalization;
using CstoBot.Answering.Models;
using CstoBot.Retrieval;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Handling;

/// <summary>Tells an admin how the bot is doing; never what anybody asked.</summary>
internal sealed class StatusCommand(
    IBotState state, IModelState model, ModelOutcomes outcomes, CurrentIndex index, MarkupDefects defects, TimeProvider time) : ICommand
{
    private const double Megabyte = 1024 * 1024;

    // The command itself waits until its reply is stored.
    private const int ThisOne = 1;

    private readonly DateTimeOffset started = time.GetUtcNow();

    public IReadOnlyList<string> Names { get; } = [CommandText.Status];

    public Role Needs => Role.Admin;

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var origin = command.Origin;
        if (origin.IsGroup)
        {
            return PrivateOnly.Lead(origin, CommandText.Status);
        }

        var now = time.GetUtcNow();
        var rows = await state.ReadAsync(origin.Bot.Id, new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero), now, cancellationToken);
        var lines = Lines(rows, await model.ReadOrNullAsync(cancellationToken), now - started, origin);
        return Effects.Send(origin.Reply(RenderedMessage.From([Block.Paragraph(string.Join('\n', lines))])));
    }

    private IEnumerable<string> Lines(BotState rows, ModelState? used, TimeSpan uptime, Origin origin)
    {
        var words = CommandTexts.For(origin.Language).Status;
        var corpus = index.Value.Corpus;
        var unreadable = corpus.Failures.Count == 0 ? "" : $", {words.Unreadable}: {corpus.Failures.Count}";
        return
        [
            $"{words.Version}: {ProgramVersions.Own}",
            $"{words.Uptime}: {Uptime(uptime, BotTexts.For(origin.Language), words)}",
            $"{words.Inbox}: {words.Pending}: {Math.Max(0, rows.Pending - ThisOne)}, {words.Parked}: {rows.ParkedCount}",
            .. rows.Parked.Select(Line),
            $"{words.Outbox}: {words.Open}: {rows.Open}, {words.GivenUp}: {rows.GivenUpCount}, {words.MarkupRefused}: {defects.Count}",
            .. rows.GivenUp.Select(Line),
            $"{words.Answers}: {words.Answered}: {rows.Answered}, {words.NotAnswered}: {rows.NotAnswered}",
            $"{words.LastHour}: {words.Questions}: {rows.Rates.LastHour}, {words.Answered}: {rows.Rates.AnsweredLastHour}, {words.PerMinute}: {rows.Rates.LastMinute}",
            $"{words.Documents}: {corpus.Documents.Count}{unreadable}, {words.CorpusVersion}: {corpus.Version}{(corpus.Number == 0 ? "" : $", {words.Number}: {corpus.Number}")}",
            .. used is null ? [] : new[] { Line(used, words), Line(outcomes.Read(), words) },
            Line(rows.Storage, words),
            $"{words.BuiltWith}: {string.Join(", ", ProgramVersions.Parts(rows.DatabaseVersion))}",
        ];
    }

    /// <summary>"Storage: database 1.2 MB, documents 3.0 MB, index 0.0 MB, free on the disk 19.9 GB".</summary>
    private static string Line(StorageUse use, StatusWords words)
    {
        var parts = new (string Name, long? Bytes)[] { (words.Database, use.Database), (words.CorpusDatabase, use.Corpus), (words.Index, use.Index), (words.Free, use.Free) };
        return $"{words.Storage}: {string.Join(", ", parts.Where(part => part.Bytes is not null).Select(part => $"{part.Name} {Size(part.Bytes.GetValueOrDefault(), words)}"))}";
    }

    private static string Size(long bytes, StatusWords words) => bytes < 1_000 * Megabyte
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte:0.0} {words.Megabytes}")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (1_024 * Megabyte):0.0} {words.Gigabytes}");

    private static string Line(FailedRow row) => string.Create(CultureInfo.InvariantCulture, $"• {row.Id}: {row.ErrorKind}");

    /// <summary>"Language model: gpt-x, tokens today (UTC): 1234 / 100000, cost: 0.0123 USD".</summary>
    private static string Line(ModelState used, StatusWords words)
    {
        var limit = used.TokensPerDay > 0 ? $" / {used.TokensPerDay}" : "";
        var cost = used.Cost is { } spent ? string.Create(CultureInfo.InvariantCulture, $", {words.Cost}: {spent:0.00##} {used.Currency}") : "";
        return $"{words.Model}: {used.Name}, {words.TokensToday}: {used.TokensToday}{limit}{cost}{(used.IsPaused ? $", {words.ModelPaused}" : "")}";
    }

    /// <summary>"Its answers since the start: 12, quotes instead: 3 (Late 2, Failed 1), statements verified: 40, refused: 5 (QuoteNotFound 5)".</summary>
    private static string Line(ModelCounts counts, StatusWords words) =>
        $"{words.ModelAnswers}: {counts.Answered}, {words.QuotedInstead}: {Sum(counts.Instead)}, {words.StatementsShown}: {counts.Supported}, {words.StatementsRefused}: {Sum(counts.Refused)}";

    private static string Sum(IReadOnlyList<(string Name, long Count)> parts) =>
        parts.Count == 0 ? "0" : $"{parts.Sum(part => part.Count)} ({string.Join(", ", parts.Select(part => $"{part.Name} {part.Count}"))})";

    /// <summary>"3 d 4 h 5 min".</summary>
    private static string Uptime(TimeSpan uptime, BotTexts texts, StatusWords words)
    {
        var days = uptime.Days > 0 ? string.Create(CultureInfo.InvariantCulture, $"{uptime.Days} {words.Days} ") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{days}{uptime.Hours} {texts.Hours} {uptime.Minutes} {texts.Minutes}");
    }
}
