using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using CstoBot.Verification;
using Microsoft.Extensions.Options;

namespace CstoBot.Answering;

/// <summary>The path of one question. Read this first: every stage is one line.</summary>
internal sealed partial class AnswerPipeline(
    CurrentIndex current, HybridRetriever retriever, IOptions<AnsweringOptions> options, ILogger<AnswerPipeline> logger) : IAnswerer
{
    private const int MaxNearDocuments = 3;

    // The latest of all may be the least like the question.
    private const int PassagesForOrder = 8;

    public Task<AnswerOutcome> AnswerAsync(Conversation conversation, AnswerListener? listener, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return AnswerAsync(conversation, current.Value, cancellationToken);
    }

    private async Task<AnswerOutcome> AnswerAsync(Conversation conversation, PassageIndex index, CancellationToken cancellationToken)
    {
        var language = conversation.Language ?? LanguageDetector.Of(conversation.Question, conversation.LanguageCode);
        if (SmallTalk.ReplyOrNull(conversation.Question, language) is { } reply)
        {
            return new AnswerOutcome.SmallTalk(language, reply);
        }

        if (OutOfScope.ReplyOrNull(conversation.Question, language) is { } refusal)
        {
            return new AnswerOutcome.Refused(language, refusal);
        }

        var parts = QuestionParts.Of(StandaloneQuestion.From(conversation));
        var findings = new List<Finding>();
        foreach (var part in parts)
        {
            findings.Add(await FindAsync(part, index, cancellationToken));
        }

        var answered = findings.FindAll(finding => ReasonOrNull(finding) is null);
        if (answered.Count == 0)
        {
            return Abstain(language, ReasonOrNull(findings[0])!.Value, findings, index);
        }

        var unanswered = parts.Zip(findings).Where(pair => ReasonOrNull(pair.Second) is not null).Select(pair => pair.First.Text).ToList();
        var draft = QuotingComposer.Compose(answered, unanswered, PhraseBook.For(language));
        return AnswerVerifier.Verify(draft, language, QuotingComposer.Name, index.Corpus.Version) is { } answer
            ? new AnswerOutcome.Answered(answer)
            : Abstain(language, AbstentionReason.UnsupportedStatement, findings, index);
    }

    private async Task<Finding> FindAsync(StandaloneQuestion part, PassageIndex index, CancellationToken cancellationToken)
    {
        var dates = AskedDates.OrNull(part.Text) is { } asked && LatestSections.Any(asked, index) ? asked : null;
        var query = QueryAnalyzer.Analyze(part, index);
        query = dates?.Without(query) ?? query;
        var count = options.Value.MaxPassages * (TimeOrderReader.Of(query) == TimeOrder.None && dates is null ? 1 : PassagesForOrder);
        var passages = await retriever.RetrieveAsync(query, index, count, cancellationToken);
        var carried = part.Carried is null ? null : QueryAnalyzer.Analyze(part.Carried, index);
        var question = WeighedQuestion.From(query, passages.Select(passage => index.Analyzed(passage.ChunkNumber)).ToList(), carried) with { Dates = dates };
        return new Finding(question, passages, EvidenceScorer.Score(question, passages, index)) { OfTime = LatestSections.IsAsked(question) ? LatestSections.Of(question, index) : [] };
    }

    private AbstentionReason? ReasonOrNull(Finding finding) =>
        AbstentionPolicy.ReasonOrNull(finding.Question.Query, finding.Confidence, options.Value.MinConfidence);

    private AnswerOutcome.Abstained Abstain(Language language, AbstentionReason reason, IReadOnlyList<Finding> findings, PassageIndex index)
    {
        var passages = findings.SelectMany(finding => finding.Passages).ToList();
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
