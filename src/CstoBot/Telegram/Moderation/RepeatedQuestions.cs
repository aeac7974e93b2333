using System.Collections.Concurrent;
using CstoBot.Conversations;
using CstoBot.Moderation.Cases;
using CstoBot.Moderation.Curated;
using CstoBot.Retrieval;

namespace CstoBot.Telegram.Moderation;

/// <summary>Knows whether an answer to the same question was corrected before: the same words, as for answers that are given again.</summary>
internal sealed class RepeatedQuestions(ICaseStore cases, CurrentIndex current)
{
    // The latest corrections tell what goes wrong now.
    private const int Remembered = 500;

    private volatile Keys? keys;

    public async Task<bool> WasCorrectedAsync(string question, Language language, CancellationToken cancellationToken)
    {
        var corrected = await cases.CorrectedQuestionsAsync(language, Remembered, cancellationToken);
        if (corrected.Count == 0)
        {
            return false;
        }

        var index = current.Value;
        var known = keys is { } kept && kept.Index == index && kept.Of.Count < 4 * Remembered ? kept : keys = new Keys(index);
        var key = ReadQuestion.Of(new StandaloneQuestion(question, Carried: null), language, index).Key;
        return corrected.Any(other => known.KeyOf(other, language) == key);
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
