using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>Carries out what a tapped button means, from stored rows alone.</summary>
internal sealed class ButtonHandler(IAnswerStore answers, IFeedbackStore feedback, TimeProvider time)
{
    public Task<IReadOnlyList<Outgoing>> HandleAsync(Incoming.ButtonPress press, CancellationToken cancellationToken) =>
        ButtonData.ParseOrNull(press.Data) switch
        {
            ButtonData.ShowCitation show => ShowAsync(press, show, cancellationToken),
            ButtonData.Rate rate => RateAsync(press, rate, cancellationToken),
            ButtonData.Close => Task.FromResult(Close(press)),
            _ => Task.FromResult(Expired(press)),
        };

    private async Task<IReadOnlyList<Outgoing>> ShowAsync(Incoming.ButtonPress press, ButtonData.ShowCitation show, CancellationToken cancellationToken)
    {
        var answer = await FindOrNullAsync(press, show.AnswerId, cancellationToken);
        if (answer?.Citations.FirstOrDefault(citation => citation.Number == show.Number) is not { } citation)
        {
            return Expired(press);
        }

        var passage = PassageRenderer.Render(citation, answer.Language)
            .Select((message, index) => new Outgoing.Message(press.Origin.Place(), message, ReplyTo: index == 0 ? press.Origin.MessageId : null));
        return [new Outgoing.ButtonReply(press.CallbackId, Text: null), .. passage];
    }

    private async Task<IReadOnlyList<Outgoing>> RateAsync(Incoming.ButtonPress press, ButtonData.Rate rate, CancellationToken cancellationToken)
    {
        if (await FindOrNullAsync(press, rate.AnswerId, cancellationToken) is not { } answer)
        {
            return Expired(press);
        }

        await feedback.VoteAsync(answer.Id, press.Origin.Conversation.User, rate.Vote, time.GetUtcNow(), cancellationToken);
        return [new Outgoing.ButtonReply(press.CallbackId, BotTexts.For(answer.Language).ThanksForVote)];
    }

    private static IReadOnlyList<Outgoing> Close(Incoming.ButtonPress press) =>
    [
        new Outgoing.ButtonReply(press.CallbackId, Text: null),
        new Outgoing.Deletion(press.Origin.Place(), press.Origin.MessageId),
    ];

    private static IReadOnlyList<Outgoing> Expired(Incoming.ButtonPress press) =>
    [
        new Outgoing.ButtonReply(press.CallbackId, BotTexts.For(LanguageDetector.OfInterface(press.Origin.LanguageCode)).ButtonExpired, IsAlert: true),
    ];

    /// <summary>Who forges a button's data gets nothing from other chats.</summary>
    private async Task<StoredAnswer?> FindOrNullAsync(Incoming.ButtonPress press, long answerId, CancellationToken cancellationToken)
    {
        var answer = await answers.FindOrNullAsync(answerId, cancellationToken);
        return answer?.ChatId == press.Origin.Conversation.Chat ? answer : null;
    }
}
