using System.Globalization;
using CstoBot.Answering;
using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>Goes on from an answer: more quotes on the same question, or a question that was offered below it.</summary>
internal sealed class FollowUpButtons(QuestionHandler questions, IFollowUps followUps, AnswerReview review, TimeProvider time)
{
    // A question may be as long as a message.
    private const int MaxHeading = 200;

    /// <summary>As if the user had written it; since they did not, the reply shows it.</summary>
    public async Task<Effects> AskAsync(ButtonTap tap, ButtonData.AskNext ask, CancellationToken cancellationToken)
    {
        if (ask.Place >= tap.Answer.FollowUps.Questions.Count)
        {
            return ButtonReplies.Expired(tap.Press);
        }

        var question = new Incoming.Question(tap.Origin, tap.Answer.FollowUps.Questions[ask.Place]) { IsSuggested = true };
        var effects = await questions.HandleAsync(question, cancellationToken);
        return effects with { Instant = new Instant.ButtonReply(tap.Press.CallbackId) };
    }

    /// <summary>From the documents as they are now. Stored as an answer of its own: its citations open too.</summary>
    public async Task<Effects> ShowMoreAsync(ButtonTap tap, CancellationToken cancellationToken)
    {
        var (question, language, started) = (tap.Answer.Question, tap.Answer.Language, time.GetTimestamp());
        if (await followUps.MoreOrNullAsync(question, language, tap.Answer.Citations, cancellationToken) is not { } more)
        {
            return ButtonReplies.Alert(tap.Press, BotTexts.For(language).NothingMore);
        }

        if (await review.ReasonsAsync(review.ModeOf(tap.Origin.Settings), question.Text, more, cancellationToken) is { Count: > 0 })
        {
            return ButtonReplies.Alert(tap.Press, ReviewTexts.For(language).MoreIsReviewed);
        }

        var now = time.GetUtcNow();
        var (id, outcome) = (AnswerIds.New(now), new AnswerOutcome.Answered(more));
        var heading = string.Format(CultureInfo.InvariantCulture, BotTexts.For(language).MoreOn, question.Text);
        var messages = OutcomeRenderer.Render(outcome, id, followUps: null, PlainText.Shorten(heading, MaxHeading));
        var given = new GivenAnswer(id, tap.Origin.Conversation, tap.Origin.MessageId, question.Text, outcome, messages.Count, time.GetElapsedTime(started), now)
        {
            Carried = question.Carried,
            Origin = AnswerOrigin.More,
        };
        return Effects.Reply(
            new Instant.ButtonReply(tap.Press.CallbackId),
            [.. messages.Select((message, part) => tap.Origin.Message(message, part == 0 ? tap.Origin.MessageId : null, new AnswerPart(id, part)))],
            new Change.AnswerGiven(given));
    }
}
