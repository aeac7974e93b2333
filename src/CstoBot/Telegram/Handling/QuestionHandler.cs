using System.Globalization;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>A question becomes an answer that is stored and written as messages.</summary>
internal sealed partial class QuestionHandler(
    IAnswerer answerer,
    IConversationHistory history,
    IAnswerStore answers,
    QuestionLimiter limiter,
    TimeProvider time,
    ILogger<QuestionHandler> logger)
{
    private const int RememberedQuestions = 5;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    public async Task<IReadOnlyList<Outgoing>> HandleAsync(Incoming.Question question, CancellationToken cancellationToken)
    {
        if (question.IsEdited && await IsAnsweredAlreadyAsync(question, cancellationToken))
        {
            return [];
        }

        if (limiter.Ask(question.Origin.Conversation.User, time.GetUtcNow()) is LimitVerdict.Exceeded exceeded)
        {
            LogLimited(question.Origin.Conversation.User, exceeded.IsDaily);
            return exceeded.TellUser ? question.Origin.Reply(TooMany(exceeded, question)) : [];
        }

        var started = time.GetTimestamp();
        var outcome = await answerer.AnswerAsync(await ConversationAsync(question, cancellationToken), cancellationToken);
        var answerId = await StoreAsync(question, outcome, time.GetElapsedTime(started), cancellationToken);
        LogAnswered(answerId, question.Origin.Conversation.Chat, outcome.GetType().Name, time.GetElapsedTime(started).TotalMilliseconds);

        return question.Answer(OutcomeRenderer.Render(outcome, answerId), answerId);
    }

    /// <summary>Telegram reports an edit too when only a link preview or a reaction changed.</summary>
    private async Task<bool> IsAnsweredAlreadyAsync(Incoming.Question question, CancellationToken cancellationToken) =>
        await answers.LatestQuestionOrNullAsync(question.Origin.Conversation.Chat, question.Origin.MessageId, cancellationToken) == question.Text;

    private async Task<Conversation> ConversationAsync(Incoming.Question question, CancellationToken cancellationToken)
    {
        var earlier = await history.RecentAsync(
            question.Origin.Conversation,
            RememberedQuestions,
            time.GetUtcNow() - Remembered,
            cancellationToken);

        // What the question replies to is nearer to it than anything asked before.
        IReadOnlyList<string> known = question.Context is null ? earlier : [.. earlier, question.Context];
        return new Conversation(question.Text, known, question.Origin.LanguageCode);
    }

    private async Task<long> StoreAsync(Incoming.Question question, AnswerOutcome outcome, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await history.AppendAsync(question.Origin.Conversation, question.Text, now, cancellationToken);
        return await answers.AddAsync(
            new GivenAnswer(question.Origin.Conversation, question.Origin.MessageId, question.Text, outcome, elapsed, now),
            cancellationToken);
    }

    private static string TooMany(LimitVerdict.Exceeded exceeded, Incoming.Question question)
    {
        var texts = BotTexts.For(LanguageDetector.Of(question.Text, question.Origin.LanguageCode));
        var format = exceeded.IsDaily ? texts.TooManyPerDay : texts.TooManyPerMinute;
        return string.Format(CultureInfo.InvariantCulture, format, exceeded.Limit, texts.Wait(exceeded.Wait));
    }

    [LoggerMessage(LogLevel.Information, "Answer {AnswerId} for chat {ChatId}: {Outcome} in {ElapsedMs} ms")]
    private partial void LogAnswered(long answerId, long chatId, string outcome, double elapsedMs);

    [LoggerMessage(LogLevel.Information, "User {UserId} is over the limit (daily: {IsDaily})")]
    private partial void LogLimited(long userId, bool isDaily);
}
