using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation.Cases;
using CstoBot.Moderation.Curated;
using CstoBot.Retrieval;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Moderation;

/// <summary>Answers that were approved before: which are like a case, to be used again, and to be kept.</summary>
internal sealed class EarlierAnswers(ICuratedStore store, CuratedAnswers curated, CurrentIndex current)
{
    /// <summary>Answers kept for questions like that of a case; what was kept of the case itself is left out.</summary>
    public async Task<IReadOnlyList<SimilarAnswer>> SimilarAsync(Case of, CancellationToken cancellationToken) => !of.IsPending || of.Question.Text.Length == 0
        ? []
        : [
            .. (await curated.SuggestionsForAsync(Asked(of), of.Question.Language, current.Value, cancellationToken))
                .Where(like => like.Answer.CaseId != of.Id)
                .Select(like => new SimilarAnswer(like.Answer.Id, like.Answer.Question)),
        ];

    /// <summary>Null when it is not kept any more, or what it cites has changed.</summary>
    public async Task<CaseDraft?> DraftOrNullAsync(long curatedId, DateTimeOffset now, CancellationToken cancellationToken) =>
        await store.FindOrNullAsync(curatedId, cancellationToken) is { State: CuratedState.Active } found && CuratedCheck.StandingOrNull(found, current.Value) is { } answer
            ? new CaseDraft(AnswerIds.New(now), answer)
            : null;

    /// <summary>What an approved answer cites, as it was and as it is now, where that has changed.</summary>
    public IReadOnlyList<ChangedCitation> Changes(Case of) => of is { IsPending: true, Draft.Answer: var answer } && of.Reasons.Contains(HoldReason.SourceChanged)
        ? [.. CuratedCheck.Affected([CuratedAnswer.Kept(of.Id, Asked(of), answer, new Reviewer(0, ""), of.OpenedAt)], current.Value).SelectMany(changed => changed.Citations)]
        : [];

    /// <summary>The documents are not those any more that the draft was made from.</summary>
    public bool MayHaveChanged(Case of, Answer draft) => draft.CorpusVersion != current.Value.Corpus.Version || of.Reasons.Contains(HoldReason.SourceChanged);

    /// <summary>The answer with its quotes where they stand now, whatever has changed around them; null when one is gone.</summary>
    public Answer? RenewedOrNull(Answer answer) => CuratedCheck.RenewedOrNull(answer, current.Value);

    /// <summary>What keeps a decided answer for reuse; empty when there is nothing to keep.</summary>
    public static IReadOnlyList<Change> Keep(Case decided, Reviewer by, DateTimeOffset now) => decided is { Decision: { } decision, Final.Answer: var answer }
        ?
        [
            new Change.AnswerKept(CuratedAnswer.Kept(decided.Id, Asked(decided), answer, decision.By ?? by, decision.At)),
            new Change.CaseNoted(decided.Id, new CaseEvent(now, CaseEventKind.Kept, by)),
            new Change.Audited(new AuditEntry(now, by.UserId, AuditActions.Curated, $"{decided.Id}", nameof(CaseEventKind.Kept))),
        ]
        : [];

    private static StandaloneQuestion Asked(Case of) =>
        StandaloneQuestion.From(new Conversation(of.Question.Text, of.Question.Earlier, Language: of.Question.Language));
}
