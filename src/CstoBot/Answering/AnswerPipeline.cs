using CstoBot.Answering.Models;
using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Retrieval;

namespace CstoBot.Answering;

/// <summary>The path of one question. Read this first: every stage is one line.</summary>
internal sealed class AnswerPipeline(
    CurrentIndex current, ICuratedAnswers curated, EvidenceFinder evidence, QuotedAnswers quotes, ModelStage modelStage, ILanguageModel model, AnswerCache cache, TimeProvider time)
    : IAnswerer
{
    public Task<AnswerOutcome> AnswerAsync(Conversation conversation, AnswerListener? listener, CancellationToken cancellationToken) =>
        AnswerAsync(conversation, current.Value, model.IsConfigured, listener, cancellationToken);

    public Task<AnswerOutcome> QuoteAsync(Conversation conversation, CancellationToken cancellationToken) =>
        AnswerAsync(conversation, current.Value, asksModel: false, listener: null, cancellationToken);

    private async Task<AnswerOutcome> AnswerAsync(
        Conversation conversation, PassageIndex index, bool asksModel, AnswerListener? listener, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = time.GetTimestamp();
        using var understanding = StageTelemetry.Begin(Stage.Understanding);
        var language = conversation.Language ?? LanguageDetector.Of(conversation.Question, conversation.LanguageCode);
        if (SmallTalk.ReplyOrNull(conversation.Question, language) is { } reply)
        {
            return new AnswerOutcome.SmallTalk(language, reply);
        }

        if (OutOfScope.ReplyOrNull(conversation.Question, language) is { } refusal)
        {
            return new AnswerOutcome.Refused(language, refusal);
        }

        var question = StandaloneQuestion.From(conversation);
        if (await curated.FindOrNullAsync(question, language, index, cancellationToken) is { } kept)
        {
            return new AnswerOutcome.Answered(kept);
        }

        var asked = new AskedBefore(question, language);
        if (!asksModel && cache.FindOrNull(asked, index) is { } known)
        {
            return known;
        }

        var parts = QuestionParts.Of(question);
        understanding?.Dispose();
        var rewriting = asksModel ? modelStage.BeginRewriting(conversation, index, cancellationToken) : null;
        var findings = await evidence.FindAsync(parts, index, cancellationToken);
        var quoted = quotes.Answer(parts, findings, language, index);
        cache.Keep(asked, index, quoted);
        return rewriting is null
            ? quoted
            : await modelStage.AnswerAsync(question, rewriting, findings, quoted, index, started, listener, cancellationToken);
    }
}
