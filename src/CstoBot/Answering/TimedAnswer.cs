using CstoBot.Conversations;

namespace CstoBot.Answering;

/// <summary>An outcome and how long it took to come to it.</summary>
internal readonly record struct TimedAnswer(AnswerOutcome Outcome, TimeSpan Elapsed);

internal static class TimedAnswering
{
    public static async Task<TimedAnswer> AnswerTimedAsync(
        this IAnswerer answerer, Conversation conversation, AnswerListener? listener, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var outcome = await answerer.AnswerAsync(conversation, listener, cancellationToken);
        return new TimedAnswer(outcome, time.GetElapsedTime(started));
    }
}
