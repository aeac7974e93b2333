using System.Globalization;
using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;

namespace CstoBot.Telegram.Handling;

/// <summary>A question is answered, unless it was before or its author has asked enough.</summary>
internal sealed partial class QuestionHandler(
    AnswerGiver giver,
    IConversationHistory history,
    IAnswerStore answers,
    QuestionLimiter limiter,
    TimeProvider time,
    ILogger<QuestionHandler> logger)
{
    private const int RememberedQuestions = 5;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    public async Task<Effects> HandleAsync(Incoming.Question question, CancellationToken cancellationToken)
    {
        var earlier = question.IsEdited
            ? await answers.LatestOrNullAsync(question.Origin.Conversation.Chat, question.Origin.MessageId, cancellationToken)
            : null;
        if (earlier?.Question == question.Text)
        {
            // Telegram reports an edit too when only a link preview or a reaction changed.
            return Effects.None;
        }

        if (await limiter.AskAsync(question.Origin.Conversation.User, time.GetUtcNow(), cancellationToken) is LimitVerdict.Exceeded exceeded)
        {
            LogLimited(exceeded.IsDaily);
            return exceeded.TellUser ? Effects.Send(question.Origin.Reply(TooMany(exceeded, question))) : Effects.None;
        }

        return await AnswerAsync(question, earlier, cancellationToken);
    }

    private async Task<Effects> AnswerAsync(Incoming.Question question, EarlierAnswer? earlier, CancellationToken cancellationToken)
    {
        var asked = question.Earlier ?? await history.RecentAsync(
            question.Origin.Conversation,
            RememberedQuestions,
            time.GetUtcNow() - Remembered,
            cancellationToken);
        var (given, effects) = await giver.GiveAsync(question, asked, earlier, cancellationToken);
        LogAnswered(given.Id, given.Outcome.GetType().Name, given.Elapsed.TotalMilliseconds);
        return effects;
    }

    private static string TooMany(LimitVerdict.Exceeded exceeded, Incoming.Question question)
    {
        var texts = BotTexts.For(question.Origin.LanguageOf(question.Text));
        var format = exceeded.IsDaily ? texts.TooManyPerDay : texts.TooManyPerMinute;
        return string.Format(CultureInfo.InvariantCulture, format, exceeded.Limit, texts.Wait(exceeded.Wait));
    }

    [LoggerMessage(8001, LogLevel.Information, "Answer {AnswerId}: {Outcome} in {ElapsedMs} ms")]
    private partial void LogAnswered(long answerId, string outcome, double elapsedMs);

    [LoggerMessage(8002, LogLevel.Information, "Who asks is over the limit (daily: {IsDaily})")]
    private partial void LogLimited(bool isDaily);
}
