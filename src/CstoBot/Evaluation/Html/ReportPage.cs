namespace CstoBot.Evaluation.Html;

/// <summary>An evaluation as one page that needs nothing else: no scripts, no other files.</summary>
internal static class ReportPage
{
    private const string StyleName = "CstoBot.Evaluation.Html.report.css";

    private static readonly Dictionary<string, string> Meanings = new()
    {
        [Figures.Accuracy] = "of all questions, answered rightly",
        [Figures.AbstainRecall] = "of the unanswerable, declined or set right",
        [Figures.FalseAbstain] = "of the answerable, declined (less is better)",
        [Figures.Verbatim] = "of all citations, word for word at their place",
        [Figures.CitePrecision] = "of the citations, those that show the answer",
        [Figures.CiteRecall] = "of the answers, every marker and citation in step",
        [Figures.Brevity] = "of the answers, at most 900 characters",
    };

    /// <param name="retrieved">The passages found for a question, best first.</param>
    public static string Render(EvaluationReport report, Func<GoldQuestion, IReadOnlyList<RetrievedPassage>> retrieved) => Markup.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{report.Passed} of {report.Questions.Count} right: CstoBot evaluation</title>
        <style>{Style()}</style>
        </head>
        <body>
        <header>
        <h1>{report.Passed} of {report.Questions.Count} questions answered rightly</h1>
        <p>Corpus version <code>{report.CorpusVersion}</code>, median {report.Latency.Median.TotalMilliseconds:F1} ms a question, p99 {report.Latency.Percentile99.TotalMilliseconds:F1} ms</p>
        </header>
        <main>
        <section><h2>Figures</h2><dl class="figures">{report.Figures.Where(figure => Meanings.ContainsKey(figure.Name)).Select(Tile)}</dl></section>
        <div class="pair">
        <section><h2>By type</h2>{Types(report)}</section>
        <section><h2>Can its confidence be trusted?</h2>{ReliabilityDiagram.Render(report.Calibration)}</section>
        </div>
        {FailingQuestions.Render(report, retrieved)}
        </main>
        </body>
        </html>

        """).ToString();

    private static Markup Tile(Figure figure) => Markup.Of($"""
        <div><dt>{figure.Name}</dt><dd><strong>{Number(figure.Value)}</strong> {Meanings[figure.Name]}</dd></div>

        """);

    private static Markup Types(EvaluationReport report) => Markup.Of($"""
        <table>
        <thead><tr><th scope="col">type</th><th scope="col">count</th><th scope="col">passed</th><th scope="col">accuracy</th></tr></thead>
        <tbody>
        {report.Types.Select(Row)}
        </tbody>
        <tfoot><tr><th scope="row">all</th><td>{report.Questions.Count}</td><td>{report.Passed}</td><td>{Number(report.Figure(Figures.Accuracy).Value)}</td></tr></tfoot>
        </table>
        """);

    private static Markup Row(TypeResult type) => Markup.Of($"""
        <tr><th scope="row">{(type.Passed == type.Count ? Markup.Of($"{type.Type}") : Markup.Of($"""<a href="#{FailingQuestions.Anchor(type.Type)}">{type.Type}</a>"""))}</th><td>{type.Count}</td><td>{type.Passed}</td><td class="bar" style="--share:{type.Accuracy:F3}">{type.Accuracy:F3}</td></tr>

        """);

    private static string Number(double? value) => value?.ToString("F3", System.Globalization.CultureInfo.InvariantCulture) ?? "none";

    private static Markup Style()
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream(StyleName)
            ?? throw new InvalidOperationException($"The program lacks {StyleName}.");
        using var reader = new StreamReader(stream);
        return Markup.OwnStyle(reader.ReadToEnd());
    }
}
