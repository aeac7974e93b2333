using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Verification;
using Microsoft.Extensions.Options;

namespace CstoBot.Answering;

/// <summary>The path of one question. Read this first: every stage is one line.</summary>
internal sealed partial class AnswerPipeline(
    CurrentIndex current, HybridRetriever retriever, IOptions<AnsweringOptions> options, ILogger<AnswerPipeline> logger) : IAnswerer
{
    private const int MaxNearDocuments = 3;

    public Task<AnswerOutcome> AnswerAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return AnswerAsync(conversation, current.Value, cancellationToken);
    }

    private async Task<AnswerOutcome> AnswerAsync(Conversation conversation, PassageIndex index, CancellationToken cancellationToken)
    {
        var language = LanguageDetector.Of(conversation.Question, conversation.LanguageCode);
        if (SmallTalk.ReplyOrNull(conversation.Question, language) is { } reply)
        {
            return new AnswerOutcome.SmallTalk(language, reply);
        }

        if (OutOfScope.ReplyOrNull(conversation.Question, language) is { } refusal)
        {
            return new AnswerOutcome.Refused(language, refusal);
        }

        var question = QueryAnalyzer.Analyze(StandaloneQuestion.From(conversation), index);
        var passages = await retriever.RetrieveAsync(question, index, options.Value.MaxPassages, cancellationToken);
        var weighed = WeighedQuestion.From(question);
        var evidence = EvidenceScorer.Score(weighed, passages, index);
        if (AbstentionPolicy.ReasonOrNull(question, evidence.Count == 0 ? 0 : evidence[0].Score, options.Value.MinConfidence) is { } reason)
        {
            return Abstain(language, reason, passages, index);
        }

        var draft = QuotingComposer.Compose(question, weighed.Kind, evidence, PhraseBook.For(language));
        return AnswerVerifier.Verify(draft, language, QuotingComposer.Name, index.Corpus.Version) is { } answer
            ? new AnswerOutcome.Answered(answer)
            : Abstain(language, AbstentionReason.UnsupportedStatement, passages, index);
    }

    private AnswerOutcome.Abstained Abstain(Language language, AbstentionReason reason, IReadOnlyList<Passage> passages, PassageIndex index)
    {
        LogAbstained(reason, passages.Count);
        var nearest = passages.Select(passage => passage.Chunk.Document)
            .DistinctBy(document => (document.Label, document.Metadata.Publisher, document.Metadata.Published, document.Metadata.Url))
            .Take(MaxNearDocuments)
            .Select(document => new NearDocument(
                document.Name, document.Label, document.Metadata.Publisher, document.Metadata.Published, document.Metadata.Url))
            .ToList();
        return new AnswerOutcome.Abstained(language, reason, PhraseBook.For(language).Abstention(index.Corpus.Documents.Count), nearest);
    }

    [LoggerMessage(LogLevel.Information, "Abstained: {Reason}, {Passages} passages")]
    private partial void LogAbstained(AbstentionReason reason, int passages);
}
