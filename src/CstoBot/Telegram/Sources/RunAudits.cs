using System.Globalization;
using CstoBot.Ingestion.Reloading;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Sources;

/// <summary>What is noted of a change of the corpus. Pure.</summary>
internal static class RunAudits
{
    public const string Interrupted = "interrupted";

    public static string ActionOf(CorpusChange change) => change switch
    {
        CorpusChange.Add => AuditActions.SourceAdded,
        CorpusChange.Remove => AuditActions.SourceRemoved,
        CorpusChange.Correct => AuditActions.SourceCorrected,
        CorpusChange.RollBack => AuditActions.SourcesRolledBack,
        _ => AuditActions.SourcesReloaded,
    };

    /// <summary>How it ended, in counts. What an upload became is named as it is in the corpus; a reason may hold anything and is left out.</summary>
    public static string DetailOf(CorpusChange change, CorpusOutcome outcome) => outcome switch
    {
        CorpusOutcome.Done(var report) => string.Create(
            CultureInfo.InvariantCulture,
            $"{(change is CorpusChange.Add ? string.Concat(report.Added.Concat(report.Changed).Select(name => $"{name}; ")) : "")}added {report.Added.Count}, changed {report.Changed.Count}, removed {report.Removed.Count}, unreadable {report.Failed.Count}"),
        CorpusOutcome.NeedsConfirmation(var removed, var total) => string.Create(CultureInfo.InvariantCulture, $"not confirmed: would remove {removed} of {total}"),
        CorpusOutcome.Cancelled => "cancelled",
        _ => "failed",
    };
}
