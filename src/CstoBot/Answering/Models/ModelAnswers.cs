using CstoBot.Composition.Models;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Verification.Statements;
using Microsoft.Extensions.Options;

namespace CstoBot.Answering.Models;

/// <summary>
/// An answer of the language model, each statement verified as it comes. What does not hold is tried once more with the reason, then dropped;
/// whoever asks for an answer goes without the model when none is there in time.
/// </summary>
internal sealed partial class ModelAnswers(
    ILanguageModel model, ModelComposer composer, EntailmentJudge judge, IOptions<ModelAnswerOptions> options, ModelOutcomes outcomes, TimeProvider time, ILogger<ModelAnswers> logger)
{
    /// <param name="question">Stands alone.</param>
    /// <param name="confidence">What the answer will carry, 0 to 1, before it is known.</param>
    /// <param name="patience">Until the first verified statement.</param>
    /// <param name="listener">Null when nobody reads along.</param>
    public async Task<ModelAnswer> AnswerAsync(
        string question,
        Language language,
        IReadOnlyList<NumberedPassage> passages,
        double confidence,
        PassageIndex index,
        TimeSpan patience,
        AnswerListener? listener,
        CancellationToken cancellationToken)
    {
        if (passages.Count == 0)
        {
            return End(new ModelAnswer(ModelOutcome.NoPassage), TimeSpan.Zero);
        }

        var started = time.GetTimestamp();
        var verifier = new StatementVerifier(passages, language, index.Glossary);
        var answer = new AnswerInProgress(language, confidence, index.Corpus.Version, model.VersionOf(ModelPrompt.Answer));
        using var late = new CancellationTokenSource(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(late.Token, listener?.Stop ?? CancellationToken.None, cancellationToken);
        var writing = new Writing(question, language, passages, verifier, answer, () =>
        {
            if (answer.AnswerOrNull() is { } soFar)
            {
                late.CancelAfter(Timeout.InfiniteTimeSpan);
                listener?.SoFar.Report(soFar);
            }
        });
        using var composing = StageTelemetry.Begin(Stage.Composing);
        var ended = await WriteAsync(writing, ending.Token, cancellationToken);
        composing?.Dispose();
        var outcome = answer.AnswerOrNull() is not null ? ModelOutcome.Answered
            : ended is { } reason ? reason
            : listener?.Stop.IsCancellationRequested == true ? ModelOutcome.Stopped
            : late.IsCancellationRequested ? ModelOutcome.Late
            : ModelOutcome.Unverified;
        return End(new ModelAnswer(outcome, answer.AnswerOrNull()), time.GetElapsedTime(started));
    }

    /// <summary>The model failed before it could be asked for an answer.</summary>
    public void NoteFailure(ModelFailedException exception, TimeSpan elapsed)
    {
        LogFailed(exception.Failure, exception.Message);
        End(new ModelAnswer(ModelOutcome.Failed), elapsed);
    }

    /// <returns>Why the model gave nothing (more); null when what it said tells, or it was interrupted.</returns>
    private async Task<ModelOutcome?> WriteAsync(Writing writing, CancellationToken ending, CancellationToken cancellationToken)
    {
        try
        {
            if (!await ReadAsync(writing, [], isSecond: false, ending))
            {
                return ModelOutcome.Insufficient;
            }

            if (writing.Answer.Refused.Count > 0)
            {
                var refused = writing.Answer.Refused.ToList();
                writing.Answer.TryAgain();
                await ReadAsync(writing, refused, isSecond: true, ending);
            }

            return null;
        }
        catch (ModelFailedException exception)
        {
            LogFailed(exception.Failure, exception.Message);
            return ModelOutcome.Failed;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <returns>False when the model says that the passages do not answer, and has said nothing else.</returns>
    private async Task<bool> ReadAsync(Writing writing, IReadOnlyList<RefusedStatement> refused, bool isSecond, CancellationToken cancellationToken)
    {
        await foreach (var reply in composer.ComposeAsync(writing.Question, writing.Language, writing.Passages, refused, cancellationToken))
        {
            if (reply is not ModelReply.Statement { Value: var statement })
            {
                return !writing.Answer.IsEmpty;
            }

            await TakeAsync(writing, statement, isSecond, cancellationToken);
        }

        return true;
    }

    private async Task TakeAsync(Writing writing, ModelStatement statement, bool isSecond, CancellationToken cancellationToken)
    {
        switch (await VerifyAsync(writing.Verifier, statement, cancellationToken))
        {
            case StatementVerdict.Supported supported:
                outcomes.CountSupported();
                if (supported.Sentences.Select(writing.Answer.Add).ToList().Contains(true))
                {
                    writing.Tell();
                }

                break;
            case StatementVerdict.Refused { Fault: var fault }:
                outcomes.Count(fault);
                LogRefused(fault, isSecond);
                writing.Answer.Refuse(statement, fault);
                break;
        }
    }

    private async Task<StatementVerdict> VerifyAsync(StatementVerifier verifier, ModelStatement statement, CancellationToken cancellationToken)
    {
        using var stage = StageTelemetry.Begin(Stage.Verification);
        var verdict = verifier.Verify(statement);
        if (verdict is StatementVerdict.Supported supported && options.Value.Judge)
        {
            // A quotation is its own evidence.
            foreach (var sentence in supported.Sentences)
            {
                if (sentence.Text is { } text && !await judge.IsSupportedAsync(text, sentence.Chunk.Sentences[sentence.Position].Text, cancellationToken))
                {
                    return new StatementVerdict.Refused(StatementFault.NotEntailed);
                }
            }
        }

        return verdict;
    }

    private ModelAnswer End(ModelAnswer answer, TimeSpan elapsed)
    {
        outcomes.Count(answer.Outcome);
        LogEnded(answer.Outcome, answer.Answer?.Statements.Count ?? 0, elapsed.TotalMilliseconds);
        return answer;
    }

    private sealed record Writing(
        string Question, Language Language, IReadOnlyList<NumberedPassage> Passages, StatementVerifier Verifier, AnswerInProgress Answer, Action Tell);

    [LoggerMessage(5001, LogLevel.Information, "The model's answer: {Outcome}, {Statements} statements, {ElapsedMs} ms")]
    private partial void LogEnded(ModelOutcome outcome, int statements, double elapsedMs);

    [LoggerMessage(5002, LogLevel.Warning, "The model failed ({Failure}): {Reason}")]
    private partial void LogFailed(ModelFailure failure, string reason);

    [LoggerMessage(5003, LogLevel.Information, "A statement of the model was not let pass: {Fault} (second try: {IsSecond})")]
    private partial void LogRefused(StatementFault fault, bool isSecond);
}
