using System.Globalization;
using CstoBot.Evaluation;
using CstoBot.Ingestion;

namespace CstoBot.Cli;

/// <summary>An evaluation for a person at a terminal: the failing questions if wanted, the figures, and how far confidence can be trusted.</summary>
internal static class EvaluationText
{
    private const int NameWidth = 24;
    private const int AnswerLength = 180;

    public static IEnumerable<string> Render(EvaluationReport report, IReadOnlyList<Minimum> minimums, bool verbose) =>
    [
        .. verbose ? report.Failing.SelectMany(Failing) : [],
        .. Types(report),
        string.Empty,
        .. report.Figures.Where(figure => !figure.Name.StartsWith(Figures.Accuracy, StringComparison.Ordinal)).Select(figure => $"{Name(figure.Name)} {Number(figure.Value),9}"),
        $"{Name("median ms")} {report.Latency.Median.TotalMilliseconds,9:F1}",
        $"{Name("p99 ms")} {report.Latency.Percentile99.TotalMilliseconds,9:F1}",
        string.Empty,
        .. Confidence(report.Calibration),
        string.Empty,
        Verdict(report, minimums),
    ];

    private static IEnumerable<string> Failing(GradedQuestion graded)
    {
        var question = graded.Question;
        yield return $"{question.Id,-14} {question.Type,-12} {graded.FaultOrNull,-34} {Whitespace.Collapse(question.Conversation.Question)}";
        var answer = Whitespace.Collapse(graded.Answer.Text);
        yield return $"{"",14} -> {(answer.Length > AnswerLength ? $"{answer[..AnswerLength]}…" : answer)}";
        yield return string.Empty;
    }

    private static IEnumerable<string> Types(EvaluationReport report) =>
    [
        $"{Name("type")} {"count",9} {"passed",9} {"accuracy",9}",
        .. report.Types.Select(type => $"{Name(type.Type)} {type.Count,9} {type.Passed,9} {Number(type.Accuracy),9}"),
        $"{Name("all")} {report.Questions.Count,9} {report.Passed,9} {Number(report.Figure(Figures.Accuracy).Value),9}",
    ];

    private static IEnumerable<string> Confidence(Calibration calibration) =>
    [
        $"{Name("confidence of answers")} {"count",9} {"mean",9} {"right",9}",
        .. calibration.Bins.Where(bin => bin.Count > 0).Select(bin =>
            $"{Name($"{bin.From:F1} to {bin.To:F1}")} {bin.Count,9} {Number(bin.MeanConfidence),9} {Number(bin.ShareRight),9}"),
        $"{Name("expected error")} {"",9} {"",9} {Number(calibration.ExpectedErrorOrNull),9}",
    ];

    private static string Verdict(EvaluationReport report, IReadOnlyList<Minimum> minimums)
    {
        var missed = report.Missed(minimums)
            .Select(minimum => $"{minimum.Name} {Number(report.Figure(minimum.Name).Value)} (asked {minimum.Value})")
            .ToList();
        return $"{report.Passed} of {report.Questions.Count} passed{(missed.Count > 0 ? $"; missed: {string.Join(", ", missed)}" : "")}";
    }

    private static string Name(string name) => name.PadRight(NameWidth);

    private static string Number(double? value) => value?.ToString("F3", CultureInfo.InvariantCulture) ?? "none";
}
