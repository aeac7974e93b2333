using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using Microsoft.Extensions.Options;

namespace CstoBot.Moderation.Curated;

/// <summary>Finds the kept answer to a question. Those that are active are kept in memory and read anew when any has changed, here or in another process.</summary>
internal sealed class CuratedAnswers(ICuratedStore store, IOptions<CuratedOptions> options, TimeProvider time) : ICuratedAnswers
{
    private const int Suggested = 3;

    private volatile Known? known;

    public async Task<Answer?> FindOrNullAsync(StandaloneQuestion question, Language language, PassageIndex index, CancellationToken cancellationToken)
    {
        var now = await KnownAsync(index, cancellationToken);
        if (now.Entries.Count == 0)
        {
            return null;
        }

        var asked = ReadQuestion.Of(question, language, index);
        return PassingQuestion.PointsElsewhere(asked) ? null : Candidates(asked, now)
            .Where(entry => IsReusable(QuestionLikeness.Of(asked, entry.Question)) && IsTimely(entry, index))
            .Select(entry => (Entry: entry, QuestionLikeness.Of(asked, entry.Question).Score))
            .OrderByDescending(pair => pair.Score)
            .ThenByDescending(pair => pair.Entry.Answer.Id)
            .Select(pair => pair.Entry.Standing.Value)
            .FirstOrDefault(answer => answer is not null);
    }

    /// <summary>Those most like a question, best first, for moderators to look at; also those that would be given again.</summary>
    public async Task<IReadOnlyList<LikeCurated>> SuggestionsForAsync(
        StandaloneQuestion question, Language language, PassageIndex index, CancellationToken cancellationToken)
    {
        var asked = ReadQuestion.Of(question, language, index);
        return (await KnownAsync(index, cancellationToken)).Entries
            .Select(entry => new LikeCurated(entry.Answer, QuestionLikeness.Of(asked, entry.Question).Score))
            .Where(like => like.Score >= options.Value.SuggestAbove)
            .OrderByDescending(like => like.Score)
            .ThenByDescending(like => like.Answer.Id)
            .Take(Suggested)
            .ToList();
    }

    /// <summary>Where only the same words will do, they are looked up.</summary>
    private IEnumerable<Entry> Candidates(ReadQuestion asked, Known now) =>
        options.Value.ReuseAbove >= QuestionLikeness.SameWordsFrom ? now.ByKey[asked.Key] : now.Entries;

    private bool IsReusable(Likeness likeness) => likeness.IsSame && likeness.Score >= options.Value.ReuseAbove;

    private bool IsTimely(Entry entry, PassageIndex index) =>
        !(PassingQuestion.IsOfTheNewest(entry.Question) && entry.Answer.Answer.CorpusVersion != index.Corpus.Version)
        && !(PassingQuestion.IsOfTheDay(entry.Question) && entry.Answer.At.UtcDateTime.Date != time.GetUtcNow().UtcDateTime.Date);

    private async Task<Known> KnownAsync(PassageIndex index, CancellationToken cancellationToken)
    {
        // The version first: what changes after it is read is read once more, and never missed.
        var version = await store.VersionAsync(cancellationToken);
        if (known is { } now && now.Version == version && now.Index == index)
        {
            return now;
        }

        var before = known is { } earlier && earlier.Index == index ? earlier.Entries.ToDictionary(entry => entry.Answer.Id) : [];
        var entries = new List<Entry>();
        foreach (var id in await store.ActiveIdsAsync(cancellationToken))
        {
            if (before.GetValueOrDefault(id) is { } entry)
            {
                entries.Add(entry);
            }
            else if (await store.FindOrNullAsync(id, cancellationToken) is { State: CuratedState.Active } answer)
            {
                entries.Add(Entry.Of(answer, index));
            }
        }

        return known = new Known(version, index, entries, entries.ToLookup(entry => entry.Question.Key, StringComparer.Ordinal));
    }

    private sealed record Known(long Version, PassageIndex Index, IReadOnlyList<Entry> Entries, ILookup<string, Entry> ByKey);

    /// <param name="Standing">The answer as it may be given from this index; null when it may not.</param>
    private sealed record Entry(CuratedAnswer Answer, ReadQuestion Question, Lazy<Answer?> Standing)
    {
        public static Entry Of(CuratedAnswer answer, PassageIndex index) => new(
            answer, ReadQuestion.Of(answer.Asked, answer.Language, index), new Lazy<Answer?>(() => CuratedCheck.StandingOrNull(answer, index)));
    }
}

/// <summary>A kept answer to a like question.</summary>
/// <param name="Score">0 to 1, see <see cref="QuestionLikeness"/>.</param>
internal sealed record LikeCurated(CuratedAnswer Answer, double Score);
