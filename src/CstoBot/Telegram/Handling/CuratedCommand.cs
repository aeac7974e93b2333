using CstoBot.Moderation.Curated;
using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Handling;

/// <summary>Moderators list the answers kept for reuse, read one with what it cites, and retire it.</summary>
internal sealed class CuratedCommand(ICuratedStore store, CaseCards cards, TimeProvider time) : IButtonCommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Curated];

    public Role Needs => Role.Moderator;

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var (origin, texts) = (command.Origin, CuratedTexts.For(command.Origin.Language));
        if (!cards.MayShow(origin))
        {
            return PrivateOnly.Lead(origin, CommandText.Curated);
        }

        if (command.Argument.Length == 0)
        {
            return Effects.Send(origin.Reply([await PageAsync(origin, 1, cancellationToken)]));
        }

        return CuratedButton.NumberOrNull(command.Argument.TrimStart('#')) is { } id && await store.FindOrNullAsync(id, cancellationToken) is { } answer
            ? Effects.Send(origin.Reply(CuratedRenderer.One(answer, origin.Language)))
            : Effects.Send(origin.Reply(texts.NoSuch));
    }

    public async Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var (origin, texts) = (press.Origin, CuratedTexts.For(press.Origin.Language));
        if (!cards.MayShow(origin))
        {
            return Refusals.OfPress(press, Needs, time);
        }

        var reply = new Instant.ButtonReply(press.CallbackId);
        return CuratedButton.ParseOrNull(argument) switch
        {
            CuratedButton.Page(var number) => Effects.Reply(reply, [origin.Edit(await PageAsync(origin, number, cancellationToken))]),
            CuratedButton.Keep => Effects.Reply(reply, [origin.Edit(texts.StaysKept)]),
            CuratedButton.Show(var id) => await OnAnswerAsync(press, id, answer => Effects.Reply(reply, origin.Reply(CuratedRenderer.One(answer, origin.Language))), cancellationToken),
            CuratedButton.Passage(var id, var number) => await OnAnswerAsync(press, id, answer => Passage(press, answer, number), cancellationToken),
            CuratedButton.AskRetire(var id) => await OnAnswerAsync(
                press, id, answer => Effects.Reply(reply, [origin.Message(CuratedRenderer.RetireQuestion(answer, origin.Language), origin.MessageId)]), cancellationToken),
            CuratedButton.Retire(var id) => await OnAnswerAsync(press, id, answer => Retire(press, answer), cancellationToken),
            _ => Effects.Reply(reply, []),
        };
    }

    /// <summary>As it was approved, whatever the document says now.</summary>
    private static Effects Passage(Incoming.ButtonPress press, CuratedAnswer answer, int number) =>
        answer.Answer.Citations.FirstOrDefault(citation => citation.Number == number) is { } citation
            ? Effects.Reply(
                new Instant.ButtonReply(press.CallbackId),
                [press.Origin.Message(PassageRenderer.Render(citation, press.Origin.Language), press.Origin.MessageId)])
            : ButtonReplies.Expired(press);

    private Effects Retire(Incoming.ButtonPress press, CuratedAnswer answer)
    {
        var (origin, texts) = (press.Origin, CuratedTexts.For(press.Origin.Language));
        var reply = new Instant.ButtonReply(press.CallbackId);
        return answer.State == CuratedState.Retired
            ? Effects.Reply(reply, [origin.Edit(texts.AlreadyRetired)])
            : Effects.Reply(
                reply,
                [origin.Edit(texts.IsRetired(answer.Id))],
                new Change.CuratedRetired(answer.Id, origin.Reviewer(), time.GetUtcNow()),
                new Change.Audited(new AuditEntry(time.GetUtcNow(), origin.Conversation.User, AuditActions.Curated, $"{answer.Id}", "Retired")));
    }

    private async Task<Effects> OnAnswerAsync(Incoming.ButtonPress press, long id, Func<CuratedAnswer, Effects> carryOut, CancellationToken cancellationToken) =>
        await store.FindOrNullAsync(id, cancellationToken) is { } answer
            ? carryOut(answer)
            : ButtonReplies.Alert(press, CuratedTexts.For(press.Origin.Language).NoSuch);

    /// <summary>What is beyond the last page shows the last.</summary>
    private async Task<RenderedMessage> PageAsync(Origin origin, int number, CancellationToken cancellationToken)
    {
        var page = await store.PageAsync(state: null, (number - 1) * CuratedRenderer.PerPage, CuratedRenderer.PerPage, cancellationToken);
        var last = CuratedRenderer.Pages(page.Total);
        return number > last
            ? await PageAsync(origin, last, cancellationToken)
            : CuratedRenderer.Page(page, number, origin.Language);
    }
}
