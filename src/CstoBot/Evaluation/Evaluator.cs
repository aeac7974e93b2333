using System.Text.RegularExpressions;
using CstoBot.Answering;
using CstoBot.Ingestion;

namespace CstoBot.Evaluation;

/// <summary>Asks questions whose right answers are known, and grades what it is told.</summary>
/// <param name="answerer">Answers from the corpus that is given with the questions; it need not be the one in use.</param>
internal sealed class Evaluator(IAnswerer answerer, TimeProvider time)
{
    /// <param name="questions">Not empty.</param>
    /// <param name="corpus">What the answerer answers from; citations are checked against it.</param>
    /// <param name="progress">Told how many questions are done, after each.</param>
    /// <exception cref="InvalidDataException">A pattern of a question takes too long.</exception>
    public async Task<EvaluationReport> EvaluateAsync(
        IReadOnlyList<GoldQuestion> questions, Corpus corpus, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var graded = new List<GradedQuestion>(questions.Count);
        try
        {
            foreach (var question in questions)
            {
                var (outcome, elapsed) = await answerer.AnswerTimedAsync(question.Conversation, listener: null, time, cancellationToken);
                graded.Add(Grader.Grade(question, GivenAnswer.From(outcome, elapsed)));
                progress.Report(graded.Count);
            }

            return EvaluationReport.Of(corpus.Version, graded, corpus.Documents.ToDictionary(document => document.Name, document => document.Text));
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw new InvalidDataException(
                $"A pattern of the question file takes longer than {GoldPattern.TimeLimit.TotalSeconds} s on an answer: {exception.Pattern}", exception);
        }
    }
}
