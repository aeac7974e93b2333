using CstoBot.Composition;
using CstoBot.Composition.Models;
using CstoBot.Conversations;
using CstoBot.Conversations.Rewriting;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using Microsoft.Extensions.Options;

namespace CstoBot.Answering.Models;

/// <summary>Decides between the model and quotes: whether the model is asked, and whose answer the reader gets.</summary>
internal sealed class ModelStage(
    ILanguageModel model,
    QuestionRewriter rewriter,
    ModelPassages passages,
    ModelAnswers answers,
    QuotedAnswers quotes,
    AnswerCache cache,
    ModelOutcomes outcomes,
    IOptions<ModelAnswerOptions> options,
    TimeProvider time)
{
    // Quotes that are this sure are right more often than a model that finds nothing.
    private const double SureOfQuotes = 0.75;

    // Set by hand: a verified statement is true, but whether it answers only the model says. Where it cites what quoting cites, both say so.
    private const double ConfidenceOfModelAlone = 0.6;

    /// <summary>Has the question rewritten while the documents are searched for it as it is; not before it is known whether the model is needed at all.</summary>
    /// <returns>Waits for what the rewriter gives.</returns>
    public Func<Task<RewrittenQuestion?>> BeginRewriting(Conversation conversation, PassageIndex index, CancellationToken cancellationToken)
    {
        if (options.Value.SkipAboveConfidence > 0)
        {
            return () => RewriteOrNullAsync(conversation, index, cancellationToken);
        }

        var begun = RewriteOrNullAsync(conversation, index, cancellationToken);
        return () => begun;
    }

    /// <param name="rewriting">From <see cref="BeginRewriting"/>.</param>
    /// <param name="quoted">What the reader gets otherwise.</param>
    /// <param name="started">When the question came, by the clock's timestamp.</param>
    public async Task<AnswerOutcome> AnswerAsync(
        StandaloneQuestion question,
        Func<Task<RewrittenQuestion?>> rewriting,
        IReadOnlyList<Finding> findings,
        AnswerOutcome quoted,
        PassageIndex index,
        long started,
        AnswerListener? listener,
        CancellationToken cancellationToken)
    {
        if (options.Value.SkipAboveConfidence is > 0 and var least && ConfidenceOf(quoted) >= least)
        {
            outcomes.Count(ModelOutcome.Skipped);
            return quoted;
        }

        RewrittenQuestion? rewritten;
        try
        {
            rewritten = await rewriting();
        }
        catch (ModelFailedException exception)
        {
            answers.NoteFailure(exception, time.GetElapsedTime(started));
            return quoted;
        }

        var standalone = rewritten is null ? question : new StandaloneQuestion(rewritten.Text, Carried: null);
        var asked = new AskedBefore(standalone, quoted.Language, string.Join('\n', rewritten?.Queries ?? []), model.VersionOf(ModelPrompt.Answer));
        if (cache.FindOrNull(asked, index) is { } known)
        {
            return known;
        }

        if (quoted is AnswerOutcome.Abstained { Reason: AbstentionReason.UnknownName } && !NamesWhatIsKnown(rewritten, index))
        {
            outcomes.Count(ModelOutcome.UnknownName);
            return quoted;
        }

        var answer = await answers.AnswerAsync(
            standalone.Carried is null ? standalone.Text : $"{standalone.Carried}\n{standalone.Text}",
            quoted.Language,
            await passages.GatherAsync(findings, rewritten, index, options.Value.MaxPassages, cancellationToken),
            Math.Max(ConfidenceOfModelAlone, ConfidenceOf(quoted)),
            index,
            TimeSpan.FromSeconds(options.Value.FirstStatementSeconds) - time.GetElapsedTime(started),
            listener,
            cancellationToken);
        var outcome = Choose(answer, findings, quoted, index);
        if (answer.IsLasting)
        {
            cache.Keep(asked, index, outcome);
        }

        return outcome;
    }

    private async Task<RewrittenQuestion?> RewriteOrNullAsync(Conversation conversation, PassageIndex index, CancellationToken cancellationToken)
    {
        using var stage = StageTelemetry.Begin(Stage.Understanding);
        return await rewriter.RewriteOrNullAsync(conversation, index, cancellationToken);
    }

    /// <summary>A name that stands in no document may stand there in other letters, which the model's queries can tell; else nothing can be said of it.</summary>
    private static bool NamesWhatIsKnown(RewrittenQuestion? rewritten, PassageIndex index) =>
        rewritten is not null && rewritten.Queries.Prepend(rewritten.Text).Any(query => QueryAnalyzer.Analyze(query, index).Concepts.All(concept => !concept.IsName || concept.IsKnown));

    private AnswerOutcome Choose(ModelAnswer given, IReadOnlyList<Finding> findings, AnswerOutcome quoted, PassageIndex index) => given switch
    {
        { Answer: { } answer } => new AnswerOutcome.Answered(answer),
        { Outcome: ModelOutcome.Insufficient } when quoted is AnswerOutcome.Answered && ConfidenceOf(quoted) < SureOfQuotes =>
            quotes.Abstain(quoted.Language, AbstentionReason.NotAnswered, findings, index),
        _ => quoted,
    };

    private static double ConfidenceOf(AnswerOutcome outcome) => (outcome as AnswerOutcome.Answered)?.Answer.Confidence ?? 0;
}
