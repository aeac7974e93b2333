using CstoBot.Conversations;
using CstoBot.Retrieval;
using Microsoft.Extensions.Caching.Memory;

namespace CstoBot.Answering;

/// <summary>Keeps answers for when the same is asked again, as long as the documents are the same.</summary>
/// <param name="maxAnswers">0: nothing is kept.</param>
internal sealed class AnswerCache(int maxAnswers, TimeProvider time)
{
    /// <summary>An answer with its passages takes some 10 KB.</summary>
    public const int DefaultSize = 1_000;

    // What a passing fault may have spoilt (an endpoint of embeddings that was down) is not kept for ever.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private volatile Generation? generation;

    public AnswerOutcome? FindOrNull(AskedBefore asked, PassageIndex index) =>
        maxAnswers > 0 && AnswersOf(index).TryGetValue<AnswerOutcome>(asked, out var known) ? known : null;

    public void Keep(AskedBefore asked, PassageIndex index, AnswerOutcome outcome)
    {
        if (maxAnswers > 0)
        {
            AnswersOf(index).Set(asked, outcome, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
        }
    }

    private MemoryCache AnswersOf(PassageIndex index)
    {
        var now = generation;
        if (now?.Index != index)
        {
            generation = now = new Generation(index, new MemoryCache(new MemoryCacheOptions { SizeLimit = maxAnswers, Clock = new Clock(time) }));
        }

        return now.Answers;
    }

    private sealed record Generation(PassageIndex Index, MemoryCache Answers);

    private sealed class Clock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}

/// <summary>All that an answer depends on besides the documents.</summary>
/// <param name="Queries">What else is searched for; empty where no model is asked.</param>
/// <param name="Model">The model and its prompt; null where none is asked.</param>
internal sealed record AskedBefore(StandaloneQuestion Question, Language Language, string Queries = "", string? Model = null);
