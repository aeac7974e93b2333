using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Verification;
using Microsoft.Extensions.Options;

namespace CstoBot.Answering;

/// <summary>Answers with the documents' own sentences, or abstains: what the bot says where no model takes part, or where it fails.</summary>
internal sealed partial class QuotedAnswers(IOptions<AnsweringOptions> options, ILogger<QuotedAnswers> logger)
{
    private const int MaxNearDocuments = 3;

    /// <param name="parts">Of the question, in order.</param>
    /// <param name="findings">One for each part.</param>
    public AnswerOutcome Answer(IReadOnlyList<StandaloneQuestion> parts, IReadOnlyList<Finding> findings, Language language, PassageIndex index)
    {
        var answered = findings.Where(finding => ReasonOrNull(finding) is null).ToList();
        if (answered.Count == 0)
        {
            return Abstain(language, ReasonOrNull(findings[0])!.Value, findings, index);
        }

        var unanswered = parts.Zip(findings).Where(pair => ReasonOrNull(pair.Second) is not null).Select(pair => pair.First.Text).ToList();
        using var composing = StageTelemetry.Begin(Stage.Composing);
        var draft = QuotingComposer.Compose(answered, unanswered, PhraseBook.For(language));
        composing?.Dispose();
        using var verification = StageTelemetry.Begin(Stage.Verification);
        if (AnswerVerifier.Verify(draft, language, QuotingComposer.Name, index.Corpus.Version) is { } answer)
        {
            return new AnswerOutcome.Answered(answer);
        }

        StageTelemetry.NotVerified(AbstentionReason.UnsupportedStatement, QuotingComposer.Name);
        return Abstain(language, AbstentionReason.UnsupportedStatement, findings, index);
    }

    public AnswerOutcome.Abstained Abstain(Language language, AbstentionReason reason, IReadOnlyList<Finding> findings, PassageIndex index)
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

    private AbstentionReason? ReasonOrNull(Finding finding) =>
        AbstentionPolicy.ReasonOrNull(finding.Question.Query, finding.Confidence, options.Value.MinConfidence);

    [LoggerMessage(5004, LogLevel.Information, "Abstained: {Reason}, {Passages} passages")]
    private partial void LogAbstained(AbstentionReason reason, int passages);
}
