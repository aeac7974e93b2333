using CstoBot.Conversations;
using CstoBot.Telegram.Live;
using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>Carries out what a tapped button means, from stored rows alone. What it cannot read, or what is of another chat, changes nothing.</summary>
internal sealed class ButtonHandler(
    IAnswerStore answers, PassageButtons passages, VoteButtons votes, FollowUpButtons followUps, DraftAccess drafts, LiveAnswers live)
{
    public Task<Effects> HandleAsync(Incoming.ButtonPress press, CancellationToken cancellationToken) => ButtonData.ParseOrNull(press.Data) switch
    {
        ButtonData.ShowCitation show => OnPassageAsync(press, show.AnswerId, tap => passages.ShowAsync(tap, show, cancellationToken), cancellationToken),
        ButtonData.BackToQuote back => OnPassageAsync(press, back.AnswerId, tap => passages.BackAsync(tap, back, cancellationToken), cancellationToken),
        ButtonData.TurnTo turn => OnPassageAsync(press, turn.AnswerId, tap => passages.TurnAsync(tap, turn, cancellationToken), cancellationToken),
        ButtonData.Rate rate => OnAnswerAsync(press, rate.AnswerId, tap => Task.FromResult(votes.Rate(tap, rate.Vote)), cancellationToken),
        ButtonData.GiveReason give => OnAnswerAsync(press, give.AnswerId, tap => votes.GiveReasonAsync(tap, give.Reason, cancellationToken), cancellationToken),
        ButtonData.NoReason none => OnAnswerAsync(press, none.AnswerId, tap => votes.LeaveReasonsAsync(tap, cancellationToken), cancellationToken),
        ButtonData.ShowMore more => OnAnswerAsync(press, more.AnswerId, tap => followUps.ShowMoreAsync(tap, cancellationToken), cancellationToken),
        ButtonData.AskNext ask => OnAnswerAsync(press, ask.AnswerId, tap => followUps.AskAsync(tap, ask, cancellationToken), cancellationToken),
        ButtonData.StopWriting stop => StopAsync(press, stop, cancellationToken),
        ButtonData.Close => Task.FromResult(PassageButtons.Close(press)),
        _ => Task.FromResult(ButtonReplies.Expired(press)),
    };

    /// <summary>It was stopped when the update came in; here it is only replied to.</summary>
    private async Task<Effects> StopAsync(Incoming.ButtonPress press, ButtonData.StopWriting stop, CancellationToken cancellationToken) =>
        await live.StopAsync(new StopRequest(stop.LiveId, press.Origin.Conversation.Chat, press.Origin.Conversation.User), cancellationToken) == StopVerdict.NotAllowed
            ? ButtonReplies.Alert(press, BotTexts.For(LanguageDetector.OfInterface(press.Origin.LanguageCode)).OnlyAskerStops)
            : Effects.Reply(new Instant.ButtonReply(press.CallbackId), []);

    /// <summary>Who forges a button's data gets nothing from other chats.</summary>
    private async Task<Effects> OnAnswerAsync(
        Incoming.ButtonPress press, long answerId, Func<ButtonTap, Task<Effects>> carryOut, CancellationToken cancellationToken)
    {
        var answer = await answers.FindOrNullAsync(answerId, cancellationToken);
        return answer is { IsDraft: false } && answer.ChatId == press.Origin.Conversation.Chat
            ? await carryOut(new ButtonTap(press, answer))
            : ButtonReplies.Expired(press);
    }

    /// <summary>Passages open for moderators too, from what has not been sent yet.</summary>
    private async Task<Effects> OnPassageAsync(Incoming.ButtonPress press, long answerId, Func<ButtonTap, Task<Effects>> open, CancellationToken cancellationToken)
    {
        var answer = await answers.FindOrNullAsync(answerId, cancellationToken);
        return answer switch
        {
            { IsDraft: true } => await drafts.MayLookAsync(press.Origin, cancellationToken) ? await open(new ButtonTap(press, answer)) : drafts.Refuse(press),
            { } when answer.ChatId == press.Origin.Conversation.Chat => await open(new ButtonTap(press, answer)),
            _ => ButtonReplies.Expired(press),
        };
    }
}

/// <summary>A tapped button and the answer that it belongs to.</summary>
internal sealed record ButtonTap(Incoming.ButtonPress Press, StoredAnswer Answer)
{
    public Origin Origin => Press.Origin;
}
