using System.CommandLine;
using CstoBot.Answering;
using CstoBot.Evaluation;
using CstoBot.Evaluation.Html;
using CstoBot.Ingestion;
using CstoBot.Retrieval;
using Microsoft.Extensions.Options;

namespace CstoBot.Cli;

/// <summary><c>cstobot evaluate</c>: how many questions of a file are answered rightly from the sources.</summary>
internal static class EvaluateVerb
{
    private const int BelowMinimum = 1;

    private static readonly Argument<string> Questions = new("questions")
    {
        Description = "A file with one JSON object a line: the question and what a right answer is like. docs/evaluation.md describes it.",
        HelpName = "QUESTIONS.jsonl",
    };

    private static readonly Option<string?> Html = new("--html")
    {
        Description = "Also write a page with every failing question, what was retrieved for it, and a reliability diagram.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Min = new("--min")
    {
        Description = "A figure and what it must reach (accuracy=0.8); of false_abstain, what it must not exceed. Exit code 1 when one is missed.",
        HelpName = "NAME=VALUE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<bool> Verbose = new("--verbose", "-v") { Description = "List the failing questions with the answers given." };

    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> services)
    {
        var verb = new Command("evaluate", "Ask the questions of a file and grade the answers. Writes nothing to disk but the page asked for.") { Questions, Html, Min, Verbose };
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            var minimums = (arguments.GetValue(Min) ?? []).Select(Minimum).ToList();
            var wrongLines = new WrongLines(Console.Error);
            var questions = QuestionFile.Read(arguments.GetRequiredValue(Questions), wrongLines.Report);
            CheckNames(minimums, Figures.Names(questions));

            var provider = services(CommonOptions.Settings(arguments));
            await provider.CheckStartAsync(cancellationToken);
            await provider.LoadSourcesAsync(cancellationToken);
            var index = provider.GetRequiredService<CurrentIndex>().Value;
            var report = await EvaluateAsync(provider, questions, index.Corpus, cancellationToken);

            await PrintAsync(report, minimums, arguments.GetValue(Verbose), Console.Out);
            if (arguments.GetValue(Html) is { } file)
            {
                var top = provider.GetRequiredService<IOptions<AnsweringOptions>>().Value.MaxPassages;
                await File.WriteAllTextAsync(file, ReportPage.Render(report, question => RetrievedPassages.For(question, index, top)), cancellationToken);
            }

            return report.Missed(minimums).Count == 0 ? wrongLines.ExitCode : BelowMinimum;
        });
        return verb;
    }

    private static Minimum Minimum(string text) =>
        Evaluation.Minimum.ParseOrNull(text) ?? throw new UsageException($"--min takes a figure and a number (accuracy=0.8), not \"{text}\".");

    private static void CheckNames(List<Minimum> minimums, IReadOnlyList<string> names)
    {
        if (minimums.Find(minimum => !names.Contains(minimum.Name)) is { } unknown)
        {
            throw new UsageException($"--min: there is no figure \"{unknown.Name}\" for these questions; there are {string.Join(", ", names)}.");
        }
    }

    private static async Task<EvaluationReport> EvaluateAsync(
        IServiceProvider provider, IReadOnlyList<GoldQuestion> questions, Corpus corpus, CancellationToken cancellationToken)
    {
        var evaluator = new Evaluator(provider.GetRequiredService<IAnswerer>(), provider.GetRequiredService<TimeProvider>());
        using var progress = new ProgressLine(questions.Count, Console.Error, isShown: !Console.IsErrorRedirected);
        return await evaluator.EvaluateAsync(questions, corpus, progress, cancellationToken);
    }

    private static async Task PrintAsync(EvaluationReport report, List<Minimum> minimums, bool verbose, TextWriter output)
    {
        foreach (var line in EvaluationText.Render(report, minimums, verbose))
        {
            await output.WriteLineAsync(TerminalText.Clean(line));
        }
    }
}
