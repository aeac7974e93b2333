using System.Text.RegularExpressions;
using CstoBot.Answering;
using CstoBot.Ingestion.Reloading;
using CstoBot.Retrieval;
using Microsoft.Extensions.Options;

namespace CstoBot.Evaluation;

/// <summary>Asks the configured questions of the version in use; what a version reached is remembered until another is asked.</summary>
internal sealed partial class QuestionTrial(
    Lazy<IAnswerer> answerer, CurrentIndex current, IOptions<EvaluationOptions> options, TimeProvider time, ILogger<QuestionTrial> logger) : ICorpusTrial
{
    private (string Version, double Accuracy)? known;

    public async Task<double?> AccuracyOrNullAsync(IProgress<int> asked, CancellationToken cancellationToken)
    {
        if (options.Value.Questions.Length == 0 || current.ValueOrNull?.Corpus.Version is not { } version)
        {
            return null;
        }

        if (known?.Version == version)
        {
            return known.Value.Accuracy;
        }

        try
        {
            var accuracy = await AskAsync(QuestionFile.Read(Path.GetFullPath(options.Value.Questions)), asked, cancellationToken);
            known = (version, accuracy);
            return accuracy;
        }
        catch (Exception exception) when (exception is InvalidDataException or RegexMatchTimeoutException)
        {
            // The reload is more than its measure.
            LogNotMeasured(exception.Message);
            return null;
        }
    }

    private async Task<double> AskAsync(IReadOnlyList<GoldQuestion> questions, IProgress<int> asked, CancellationToken cancellationToken)
    {
        var (passed, done) = (0, 0);
        foreach (var question in questions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (outcome, elapsed) = await answerer.Value.AnswerTimedAsync(question.Conversation, listener: null, time, cancellationToken);
            passed += Grader.Grade(question, GivenAnswer.From(outcome, elapsed)).Passed ? 1 : 0;
            asked.Report(++done);
        }

        return (double)passed / questions.Count;
    }

    [LoggerMessage(11001, LogLevel.Warning, "The evaluation questions cannot be used: {Reason}")]
    private partial void LogNotMeasured(string reason);
}
