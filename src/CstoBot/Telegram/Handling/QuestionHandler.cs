using System.Globalization;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;

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
            LogLimited(question.Origin.Conversation.User, exceeded.IsDaily);
            return exceeded.TellUser ? Effects.Send(question.Origin.Reply(TooMany(exceeded, question))) : Effects.None;
        }

        return await AnswerAsync(question, earlier, cancellationToken);
    }

    private async Task<Effects> AnswerAsync(Incoming.Question question, EarlierAnswer? earlier, CancellationToken cancellationToken)
    {
        var (outcome, elapsed) = await answerer.AnswerTimedAsync(await ConversationAsync(question, cancellationToken), time, cancellationToken);
        var (now, conversation) = (time.GetUtcNow(), question.Origin.Conversation);
        var id = AnswerIds.New(now);
        var messages = IsReadInPrivate(question, outcome)
            ? PrivateOnly.LeadToAnswer(question.Origin, outcome.Language, id)
            : OutcomeRenderer.Render(outcome, id);
        LogAnswered(id, conversation.Chat, outcome.GetType().Name, elapsed.TotalMilliseconds);

        var given = new GivenAnswer(id, conversation, question.Origin.MessageId, question.Text, outcome, messages.Count, elapsed, now);
        return Effects.Send(question.Origin.Answer(messages, id, earlier), new Change.AnswerGiven(given, earlier?.Id));
    }

    private async Task<Conversation> ConversationAsync(Incoming.Question question, CancellationToken cancellationToken)
    {
        var earlier = question.Earlier ?? await history.RecentAsync(
            question.Origin.Conversation,
            RememberedQuestions,
            time.GetUtcNow() - Remembered,
            cancellationToken);

        // What the question replies to is nearer to it than anything asked before.
        IReadOnlyList<string> known = question.Context is null ? earlier : [.. earlier, question.Context];
        return new Conversation(question.Text, known, question.Origin.LanguageCode, question.Origin.Settings.Language);
    }

    /// <summary>Where the group's administrators want it so; a greeting is returned at once.</summary>
    private static bool IsReadInPrivate(Incoming.Question question, AnswerOutcome outcome) =>
        question.Origin is { IsGroup: true, Settings.AnswersInPrivate: true } && outcome is (AnswerOutcome.Answered or AnswerOutcome.Abstained);

    private static string TooMany(LimitVerdict.Exceeded exceeded, Incoming.Question question)
    {
        var texts = BotTexts.For(question.Origin.LanguageOf(question.Text));
        var format = exceeded.IsDaily ? texts.TooManyPerDay : texts.TooManyPerMinute;
        return string.Format(CultureInfo.InvariantCulture, format, exceeded.Limit, texts.Wait(exceeded.Wait));
    }

    [LoggerMessage(LogLevel.Information, "Answer {AnswerId} for chat {ChatId}: {Outcome} in {ElapsedMs} ms")]
    private partial void LogAnswered(long answerId, long chatId, string outcome, double elapsedMs);

    [LoggerMessage(LogLevel.Information, "User {UserId} is over the limit (daily: {IsDaily})")]
    private partial void LogLimited(long userId, bool isDaily);
}
