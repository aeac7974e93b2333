using System.Collections.Concurrent;
using CstoBot.Conversations;
using CstoBot.Moderation.Cases;
using CstoBot.Moderation.Curated;
using CstoBot.Retrieval;

namespace CstoBot.Telegram.Moderation;

/// <summary>Knows what moderators decided about answers to the same question before: the same words, as for answers that are given again.</summary>
internal sealed class RepeatedQuestions(ICaseStore cases, CurrentIndex current)
{
    // The latest corrections tell what goes wrong now.
    private const int Remembered = 500;

    private static readonly CaseState[] Corrected = [CaseState.Edited, CaseState.Rejected];
    private static readonly CaseState[] Rejected = [CaseState.Rejected];
    private static readonly CaseState[] Accepted = [CaseState.Approved, CaseState.Edited];

    private volatile Keys? keys;

    /// <summary>Whether one was edited or rejected.</summary>
    public async Task<bool> WasCorrectedAsync(string question, Language language, CancellationToken cancellationToken) =>
        await LatestOrNullAsync(question, language, Corrected, DateTimeOffset.UnixEpoch, cancellationToken) is not null;

    /// <summary>Whether one was rejected and none accepted since.</summary>
    public async Task<bool> IsRejectedAsync(string question, Language language, CancellationToken cancellationToken) =>
        await LatestOrNullAsync(question, language, Rejected, DateTimeOffset.UnixEpoch, cancellationToken) is { } rejected
        && await LatestOrNullAsync(question, language, Accepted, rejected, cancellationToken) is null;

    private async Task<DateTimeOffset?> LatestOrNullAsync(
        string question, Language language, IReadOnlyList<CaseState> states, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var decided = await cases.DecidedQuestionsAsync(language, states, since, Remembered, cancellationToken);
        if (decided.Count == 0)
        {
            return null;
        }

        var index = current.Value;
        var known = keys is { } kept && kept.Index == index && kept.Of.Count < 4 * Remembered ? kept : keys = new Keys(index);
        var key = ReadQuestion.Of(new StandaloneQuestion(question, Carried: null), language, index).Key;
        return decided.FirstOrDefault(other => known.KeyOf(other.Text, language) == key)?.At;
    }

    /// <summary>Questions are read once an index.</summary>
    private sealed class Keys(PassageIndex index)
    {
        public PassageIndex Index { get; } = index;

        public ConcurrentDictionary<(string Text, Language Language), string> Of { get; } = new();

        public string KeyOf(string question, Language language) =>
            Of.GetOrAdd((question, language), asked => ReadQuestion.Of(new StandaloneQuestion(asked.Text, Carried: null), asked.Language, Index).Key);
    }
}
