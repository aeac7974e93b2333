using CstoBot.Conversations;
using CstoBot.Retrieval;
using Microsoft.Extensions.Caching.Memory;

namespace CstoBot.Answering;

/// <summary>Answers a question asked again from memory, as long as the documents are the same.</summary>
internal sealed class CachedAnswers(AnswerPipeline pipeline, CurrentIndex current, TimeProvider time) : IAnswerer
{
    // An answer with its passages takes some 10 KB.
    private const int MaxAnswers = 1_000;

    // What a passing fault may have spoilt (an endpoint of embeddings that was down) is not kept for ever.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private volatile Generation? generation;

    public async Task<AnswerOutcome> AnswerAsync(Conversation conversation, AnswerListener? listener, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var answers = AnswersOf(current.Value);
        var key = new Key(StandaloneQuestion.From(conversation), conversation.Language ?? LanguageDetector.Of(conversation.Question, conversation.LanguageCode));
        if (answers.TryGetValue<AnswerOutcome>(key, out var known) && known is not null)
        {
            return known;
        }

        var outcome = await pipeline.AnswerAsync(conversation, listener, cancellationToken);
        return answers.Set(key, outcome, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
    }

    private MemoryCache AnswersOf(PassageIndex index)
    {
        var now = generation;
        if (now?.Index != index)
        {
            generation = now = new Generation(index, new MemoryCache(new MemoryCacheOptions { SizeLimit = MaxAnswers, Clock = new Clock(time) }));
        }

        return now.Answers;
    }

    private sealed record Generation(PassageIndex Index, MemoryCache Answers);

    /// <summary>All that an answer depends on besides the documents.</summary>
    private sealed record Key(StandaloneQuestion Question, Language Language);

    private sealed class Clock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
