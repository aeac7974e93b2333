using CstoBot.Answering;
using CstoBot.Moderation;
using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Moderation;

/// <summary>What the asker gets when a case is decided. Pure.</summary>
internal static class CaseResults
{
    public static Effects Of(Case before, Case next, CaseAction action, OnTimeout onTimeout, DateTimeOffset now) => next.State switch
    {
        CaseState.Pending => Effects.None,
        _ when action is CaseAction.Withdraw => Effects.None,
        CaseState.Expired => before.Origin == CaseOrigin.Held ? TimeIsUp(next, onTimeout, now) : Effects.None,
        CaseState.Approved when before.Origin == CaseOrigin.Reported => Effects.None,
        _ => before.Origin switch
        {
            CaseOrigin.Held => Give(next, Decided(next, now), now),
            CaseOrigin.Reported => Effects.Send([], new Change.CorrectionsAsked(
                next.Id, before.Question.AnswerId ?? 0, AlsoOtherQuestions: next.Decision?.Reason != RejectReason.NotAsked)),
            _ => Effects.None,
        },
    };

    /// <summary>What a decided case says instead of what was sent before.</summary>
    public static CaseReply Correction(Case decided, DateTimeOffset now)
    {
        var texts = ReviewTexts.For(decided.Question.Language);
        return decided.Final is { } final
            ? new CaseReply(new AnswerOutcome.Answered(Checked(final.Answer, decided, now)), texts.Corrected)
            : new CaseReply(new AnswerOutcome.Refused(decided.Question.Language, texts.Withdrawn(decided.Decision?.Reason ?? RejectReason.Wrong)), Heading: null);
    }

    /// <summary>An answer as it is shown after a moderator has approved or written it.</summary>
    public static Answer Checked(Answer answer, Case decided, DateTimeOffset now) =>
        answer with { Checked = DateOnly.FromDateTime((decided.Decision?.At ?? now).UtcDateTime) };

    private static Effects TimeIsUp(Case expired, OnTimeout onTimeout, DateTimeOffset now)
    {
        var texts = ReviewTexts.For(expired.Question.Language);
        return Give(
            expired,
            onTimeout == OnTimeout.SendUnreviewed && expired.Fallback is { } fallback
                ? new CaseReply(new AnswerOutcome.Answered(fallback.Answer), texts.Unreviewed)
                : new CaseReply(new AnswerOutcome.Refused(expired.Question.Language, texts.TimeIsUp), Heading: null),
            now);
    }

    private static CaseReply Decided(Case decided, DateTimeOffset now) => decided.Final is { } final
        ? new CaseReply(new AnswerOutcome.Answered(Checked(final.Answer, decided, now)), Heading: null)
        : new CaseReply(new AnswerOutcome.Refused(decided.Question.Language, ReviewTexts.For(decided.Question.Language).NotSent), Heading: null);

    /// <summary>
    /// A message of its own, so that the asker is told that it has come, as a reply to the question; what was said meanwhile goes.
    /// </summary>
    private static Effects Give(Case of, CaseReply reply, DateTimeOffset now)
    {
        var (asked, id) = (of.Question, AnswerIds.New(now));
        var place = new ChatPlace(asked.Conversation.Chat, asked.Conversation.Topic, asked.IsGroup);
        var messages = OutcomeRenderer.Render(reply.Outcome, id, followUps: null, reply.Heading);
        var given = new GivenAnswer(id, asked.Conversation, asked.MessageId, asked.Text, reply.Outcome, messages.Count, now - of.OpenedAt, now)
        {
            CaseId = of.Id,
        };
        return Effects.Send(
            [
                .. messages.Select((message, part) => new Outgoing.Message(place, message, part == 0 ? asked.MessageId : null, new AnswerPart(id, part))
                {
                    After = asked.MessageId,
                    OfCase = part == 0 ? new CaseMark(of.Id, CaseMessage.Delivery) : null,
                }),
                .. asked.AnswerId is { } acknowledgement
                    ? [new Outgoing.Deletion(place, new MessageReference(Part: new AnswerPart(acknowledgement, 0))) { After = asked.MessageId }]
                    : Array.Empty<Outgoing>(),
            ],
            new Change.AnswerGiven(given, asked.AnswerId));
    }
}

/// <param name="Heading">Above it; null for nothing.</param>
internal sealed record CaseReply(AnswerOutcome Outcome, string? Heading);
