using System.Runtime.CompilerServices;
using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using CstoBot.Verification;
using Microsoft.Extensions.Options;

namespace CstoBot.Answering;

/// <summary>Finds what may come after an answer in the documents. A question is offered only after it was asked and answered.</summary>
internal sealed class DocumentFollowUps(CurrentIndex current, HybridRetriever retriever, IAnswerer answerer, IOptions<AnsweringOptions> options) : IFollowUps
{
    // Each trial costs what a question costs, one or two milliseconds.
    private const int MaxTrials = 3;
    private const int MaxQuestions = 3;

    private const int MaxMore = 3;

    // What accounts for less of the question than that, beside the best sentence, is about something else.
    private const double MoreShare = 0.75;

    private const double MinConfidence = 0.6;

    // An answer given again is the same object, see AnswerCache.
    private readonly ConditionalWeakTable<AnswerOutcome, FollowUps> known = [];

    public async Task<FollowUps> OfAsync(StandaloneQuestion question, AnswerOutcome outcome, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(outcome, out var offered))
        {
            return offered;
        }

        offered = outcome switch
        {
            AnswerOutcome.Answered answered => await AfterAsync(question, answered.Answer, cancellationToken),
            AnswerOutcome.Abstained { Nearest.Count: > 0 } abstained => await InsteadAsync(question, abstained.Language, cancellationToken),
            _ => FollowUps.None,
        };
        known.AddOrUpdate(outcome, offered);
        return offered;
    }

    public async Task<Answer?> MoreOrNullAsync(
        StandaloneQuestion question, Language language, IReadOnlyList<Citation> shown, CancellationToken cancellationToken)
    {
        var index = current.Value;
        var evidence = await FindAsync(question, index, cancellationToken);
        var statements = More(evidence, shown, PhraseBook.For(language));
        return AnswerVerifier.Verify(new Draft(null, statements, Confidence: 0), language, QuotingComposer.Name, index.Corpus.Version);
    }

    private async Task<FollowUps> AfterAsync(StandaloneQuestion question, Answer answer, CancellationToken cancellationToken)
    {
        var index = current.Value;
        var evidence = await FindAsync(question, index, cancellationToken);
        var anchors = evidence.Where(item => answer.Citations.Any(citation => IsIn(item, citation))).ToList();
        var candidates = QuestionCandidates.Around(anchors, index, answer.Language);
        IReadOnlyList<string> asked = question.Carried is null ? [question.Text] : [question.Text, question.Carried];
        return new FollowUps(
            More(evidence, answer.Citations, PhraseBook.For(answer.Language)).Count > 0,
            await AnswerableAsync(candidates, asked, new QuotedBefore(answer.Citations), cancellationToken));
    }

    /// <summary>What can be answered of the things that a question names, where it cannot be answered itself.</summary>
    private async Task<FollowUps> InsteadAsync(StandaloneQuestion question, Language language, CancellationToken cancellationToken) => new(
        HasMore: false,
        await AnswerableAsync(QuestionCandidates.Within(question.Text, current.Value, language), [], new QuotedBefore([]), cancellationToken));

    private async Task<IReadOnlyList<Evidence>> FindAsync(StandaloneQuestion question, PassageIndex index, CancellationToken cancellationToken)
    {
        var evidence = new List<Evidence>();
        foreach (var part in QuestionParts.Of(question))
        {
            var query = QueryAnalyzer.Analyze(part, index);
            var passages = await retriever.RetrieveAsync(query, index, options.Value.MaxPassages, cancellationToken);
            var weighed = WeighedQuestion.From(query, passages.Select(passage => index.Analyzed(passage.ChunkNumber)).ToList());
            evidence.AddRange(EvidenceScorer.Score(weighed, passages, index));
        }

        return [.. evidence.OrderByDescending(item => item.Score)];
    }

    /// <summary>The best sentences of which nothing was shown, neither by themselves nor with the one they lean on.</summary>
    private static List<DraftStatement> More(IReadOnlyList<Evidence> evidence, IReadOnlyList<Citation> shown, PhraseBook phrases)
    {
        var quoted = new QuotedBefore(shown);
        var more = new List<Evidence>();
        foreach (var item in evidence.TakeWhile(item => item.Score >= MoreShare * evidence[0].Score))
        {
            var words = Wording.Of(item.Sentence.Terms);
            if (more.Count < MaxMore
                && item.Sentence.Sentence.Role == SentenceRole.Statement
                && !quoted.Holds(words)
                && !QuotingComposer.Quote(item, attribute: false, phrases).Quotes.Any(quote => quoted.Holds(Wording.Of(quote.Quote))))
            {
                more.Add(item);
                quoted.Add(words);
            }
        }

        var manyDocuments = more.Select(item => item.Document.Name).Distinct().Count() > 1;
        return more.ConvertAll(item => QuotingComposer.Quote(item, manyDocuments, phrases));
    }

    private async Task<IReadOnlyList<string>> AnswerableAsync(
        IReadOnlyList<string> candidates, IReadOnlyList<string> asked, QuotedBefore shown, CancellationToken cancellationToken)
    {
        var good = new List<string>();
        foreach (var candidate in candidates.Where(candidate => !Wording.IsAsked(candidate, asked)).Take(MaxTrials))
        {
            var outcome = await answerer.QuoteAsync(new Conversation(candidate, []), cancellationToken);
            if (outcome is AnswerOutcome.Answered { Answer: var answer } && IsWorthAsking(answer, shown))
            {
                good.Add(candidate);
                answer.Citations.ToList().ForEach(shown.Add);
                if (good.Count == MaxQuestions)
                {
                    break;
                }
            }
        }

        return good;
    }

    /// <summary>Sure enough, whole, with nothing that was shown, and no mere echo of the question by an interviewer.</summary>
    private static bool IsWorthAsking(Answer answer, QuotedBefore shown)
    {
        var phrases = PhraseBook.For(answer.Language);
        return answer.Confidence >= MinConfidence
            && (answer.Lead is null || phrases.IsPlainLead(answer.Lead))
            && !answer.Citations.All(IsQuestion)
            && !answer.Citations.Any(citation => !IsQuestion(citation) && shown.Holds(citation));
    }

    private static bool IsQuestion(Citation citation) => citation.Quote.EndsWith('?');

    private static bool IsIn(Evidence item, Citation citation) =>
        item.Document.Name == citation.Source
        && item.Sentence.Sentence.Span.Start < citation.Start + citation.Length
        && item.Sentence.Sentence.Span.End > citation.Start;
}
