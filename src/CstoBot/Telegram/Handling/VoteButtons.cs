using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>
/// Takes what a person thinks of an answer: one vote each, which may be changed, with a reason if it is against. A vote counts at once, so
/// that it is not lost when no reason follows.
/// In a group everybody sees the same buttons: a tick would tell the others that they have voted, and a list of reasons would take the
/// citations from under their fingers. There a vote is only thanked for, to who gave it, and no reason is asked.
/// </summary>
internal sealed class VoteButtons(IFeedbackStore feedback, Reports reports, TimeProvider time)
{
    public Effects Rate(ButtonTap tap, Vote vote)
    {
        var texts = BotTexts.For(tap.Answer.Language);
        return tap.Origin.IsGroup ? Thank(tap, texts.ThanksForVote, [], Voted(tap, vote))
            : vote == Vote.Up ? Thank(tap, texts.ThanksForVote, [Buttons(tap, vote)], Voted(tap, vote))
            : Thank(tap, texts.WhyNotGood, [SetKeyboard(tap, AnswerKeyboard.Reasons(tap.Answer.Id, tap.Answer.Language))], Voted(tap, vote));
    }

    /// <summary>Moderators look at an answer that somebody says is no good, and why.</summary>
    public async Task<Effects> GiveReasonAsync(ButtonTap tap, VoteReason reason, CancellationToken cancellationToken)
    {
        var thanks = Thank(
            tap, BotTexts.For(tap.Answer.Language).ThanksForVote, tap.Origin.IsGroup ? [] : [Buttons(tap, Vote.Down)], Voted(tap, Vote.Down, reason));
        var opened = await reports.OpenAsync(tap.Answer, Reports.ReasonOf(reason), remark: "", tap.Origin, time.GetUtcNow(), cancellationToken);
        return thanks with { Messages = [.. thanks.Messages, .. opened.Messages], Changes = [.. thanks.Changes, .. opened.Changes] };
    }

    public async Task<Effects> LeaveReasonsAsync(ButtonTap tap, CancellationToken cancellationToken)
    {
        var cast = await feedback.FindOrNullAsync(tap.Answer.Id, tap.Origin.Conversation.User, cancellationToken);
        return Effects.Reply(new Instant.ButtonReply(tap.Press.CallbackId), tap.Origin.IsGroup ? [] : [Buttons(tap, cast?.Vote)]);
    }

    private Change.Voted Voted(ButtonTap tap, Vote vote, VoteReason? reason = null) =>
        new(tap.Answer.Id, tap.Origin.Conversation.User, vote, time.GetUtcNow(), reason);

    private static Effects Thank(ButtonTap tap, string thanks, IReadOnlyList<Outgoing> messages, Change.Voted vote) =>
        Effects.Reply(new Instant.ButtonReply(tap.Press.CallbackId, thanks), messages, vote);

    private static Outgoing.EditKeyboard Buttons(ButtonTap tap, Vote? vote) => SetKeyboard(
        tap, AnswerKeyboard.Of(tap.Answer.Id, tap.Answer.Citations, tap.Answer.FollowUps, tap.Answer.Language, vote));

    private static Outgoing.EditKeyboard SetKeyboard(ButtonTap tap, Keyboard keyboard) =>
        new(tap.Origin.Place(), new MessageReference(tap.Origin.MessageId), keyboard) { After = tap.Origin.MessageId };
}
