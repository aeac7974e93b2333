using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>Carries out what a tapped button means, from stored rows alone.</summary>
internal sealed class ButtonHandler(IAnswerStore answers, TimeProvider time)
{
    public Task<Effects> HandleAsync(Incoming.ButtonPress press, CancellationToken cancellationToken) =>
        ButtonData.ParseOrNull(press.Data) switch
        {
            ButtonData.ShowCitation show => ShowAsync(press, show, cancellationToken),
            ButtonData.Rate rate => RateAsync(press, rate, cancellationToken),
            ButtonData.Close => Task.FromResult(Close(press)),
            _ => Task.FromResult(Expired(press)),
        };

    private async Task<Effects> ShowAsync(Incoming.ButtonPress press, ButtonData.ShowCitation show, CancellationToken cancellationToken)
    {
        var answer = await FindOrNullAsync(press, show.AnswerId, cancellationToken);
        if (answer?.Citations.FirstOrDefault(citation => citation.Number == show.Number) is not { } citation)
        {
            return Expired(press);
        }

        var passage = PassageRenderer.Render(citation, answer.Language)
            .Select((message, index) => press.Origin.Message(message, replyTo: index == 0 ? press.Origin.MessageId : null));
        return Effects.Reply(new Instant.ButtonReply(press.CallbackId), [.. passage]);
    }

    private async Task<Effects> RateAsync(Incoming.ButtonPress press, ButtonData.Rate rate, CancellationToken cancellationToken)
    {
        if (await FindOrNullAsync(press, rate.AnswerId, cancellationToken) is not { } answer)
        {
            return Expired(press);
        }

        return Effects.Reply(
            new Instant.ButtonReply(press.CallbackId, BotTexts.For(answer.Language).ThanksForVote),
            [],
            new Change.Voted(answer.Id, press.Origin.Conversation.User, rate.Vote, time.GetUtcNow()));
    }

    private static Effects Close(Incoming.ButtonPress press) => Effects.Reply(
        new Instant.ButtonReply(press.CallbackId),
        [new Outgoing.Deletion(press.Origin.Place(), new MessageReference(press.Origin.MessageId))]);

    private static Effects Expired(Incoming.ButtonPress press) => Effects.Reply(
        new Instant.ButtonReply(
            press.CallbackId, BotTexts.For(LanguageDetector.OfInterface(press.Origin.LanguageCode)).ButtonExpired, IsAlert: true),
        []);

    /// <summary>Who forges a button's data gets nothing from other chats.</summary>
    private async Task<StoredAnswer?> FindOrNullAsync(Incoming.ButtonPress press, long answerId, CancellationToken cancellationToken)
    {
        var answer = await answers.FindOrNullAsync(answerId, cancellationToken);
        return answer?.ChatId == press.Origin.Conversation.Chat ? answer : null;
    }
}
