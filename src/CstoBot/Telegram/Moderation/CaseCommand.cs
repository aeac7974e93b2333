using System.Globalization;
using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Moderation;

/// <summary><c>/case N</c> shows a case with its history; the buttons under its card decide it. Only for moderators, at the moment of each press.</summary>
internal sealed class CaseCommand(ICaseStore cases, CaseCards cards, CaseActions actions, EarlierAnswers earlier, TimeProvider time) : IButtonCommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Case];

    public Role Needs => Role.Moderator;

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var (origin, texts) = (command.Origin, ReviewTexts.For(command.Origin.Language));
        if (!long.TryParse(command.Argument.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var caseId))
        {
            return Effects.Send(origin.Reply(texts.WhichCase));
        }

        return !cards.MayShow(origin) ? PrivateOnly.Lead(origin, CommandText.Case)
            : await cases.FindOrNullAsync(caseId, cancellationToken) is { } of ? Effects.Send(await ShowAsync(of, origin, cancellationToken))
            : Effects.Send(origin.Reply(texts.NoSuchCase));
    }

    public async Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var (origin, texts) = (press.Origin, ReviewTexts.For(press.Origin.Language));
        if (CaseButton.ParseOrNull(argument) is not { } button)
        {
            return Effects.Reply(new Instant.ButtonReply(press.CallbackId), []);
        }

        return !cards.MayShow(origin) ? ButtonReplies.Alert(press, CommandTexts.For(origin.Language).OnlyInPrivate)
            : await cases.FindOrNullAsync(button.CaseId, cancellationToken) is { } of
            ? await PressAsync(press, of, button, cancellationToken)
            : ButtonReplies.Alert(press, texts.NoSuchCase);
    }

    private Task<Effects> PressAsync(Incoming.ButtonPress press, Case of, CaseButton button, CancellationToken cancellationToken) => button switch
    {
        { Verb: CaseVerb.Show } => ShowAsync(press, of, cancellationToken),
        { Verb: CaseVerb.Approve } => DoAsync(press, of, new CaseAction.Approve(), null, cancellationToken),
        { Verb: CaseVerb.Edit } => DoAsync(press, of, new CaseAction.Take(), texts => texts.EditHint, cancellationToken),
        { Verb: CaseVerb.Take } => DoAsync(press, of, new CaseAction.Take(), texts => texts.Taken, cancellationToken),
        { Verb: CaseVerb.Skip } => DoAsync(press, of, new CaseAction.Skip(), texts => texts.Skipped, cancellationToken),
        { Verb: CaseVerb.Drop } => DoAsync(press, of, new CaseAction.DropProposal(), null, cancellationToken),
        { Verb: CaseVerb.Send, Number: { } draft } => DoAsync(press, of, new CaseAction.ConfirmProposal(draft), null, cancellationToken),
        { Verb: CaseVerb.Reject, Number: null } => ReasonsAsync(press, of, cancellationToken),
        { Verb: CaseVerb.Reject, Number: { } reason } when Enum.IsDefined((RejectReason)reason) =>
            DoAsync(press, of, new CaseAction.Reject((RejectReason)reason), null, cancellationToken),
        { Verb: CaseVerb.Back } => BackAsync(press, of, cancellationToken),
        { Verb: CaseVerb.Use, Number: { } curated } => UseAsync(press, of, curated, cancellationToken),
        { Verb: CaseVerb.Keep } => KeepAsync(press, of, cancellationToken),
        _ => Task.FromResult(Effects.Reply(new Instant.ButtonReply(press.CallbackId), [])),
    };

    /// <param name="said">What the presser reads for a moment; null for the usual word.</param>
    private async Task<Effects> DoAsync(
        Incoming.ButtonPress press, Case of, CaseAction action, Func<ReviewTexts, string>? said, CancellationToken cancellationToken)
    {
        var texts = ReviewTexts.For(press.Origin.Language);
        var outcome = await actions.CarryOutAsync(of, action, press.Origin.Reviewer(), time.GetUtcNow(), cancellationToken);
        return outcome.Verdict is CaseVerdict.Refused { Reason: var reason }
            ? ButtonReplies.Alert(press, actions.Why(reason, of, texts))
            : outcome.Effects with { Instant = new Instant.ButtonReply(press.CallbackId, said?.Invoke(texts) ?? texts.Done, IsAlert: said is not null) };
    }

    private async Task<Effects> ReasonsAsync(Incoming.ButtonPress press, Case of, CancellationToken cancellationToken) => of.IsPending
        ? Effects.Reply(new Instant.ButtonReply(press.CallbackId), [SetKeyboard(press, await cards.ReasonsAsync(of, press.Origin.Conversation.Chat, cancellationToken))])
        : ButtonReplies.Alert(press, actions.Why(CaseRefusal.AlreadyDecided, of, ReviewTexts.For(press.Origin.Language)));

    private async Task<Effects> BackAsync(Incoming.ButtonPress press, Case of, CancellationToken cancellationToken) => Effects.Reply(
        new Instant.ButtonReply(press.CallbackId),
        await cards.KeyboardAsync(of, press.Origin.Conversation.Chat, cancellationToken) is { } keyboard ? [SetKeyboard(press, keyboard)] : []);

    private async Task<Effects> UseAsync(Incoming.ButtonPress press, Case of, long curatedId, CancellationToken cancellationToken) =>
        await earlier.DraftOrNullAsync(curatedId, time.GetUtcNow(), cancellationToken) is { } draft
            ? await DoAsync(press, of, new CaseAction.UseEarlier(draft, curatedId), null, cancellationToken)
            : ButtonReplies.Alert(press, ReviewTexts.For(press.Origin.Language).NothingThere);

    private async Task<Effects> KeepAsync(Incoming.ButtonPress press, Case of, CancellationToken cancellationToken)
    {
        var texts = ReviewTexts.For(press.Origin.Language);
        return EarlierAnswers.Keep(of, press.Origin.Reviewer(), time.GetUtcNow()) is { Count: > 0 } kept
            ? Effects.Reply(
                new Instant.ButtonReply(press.CallbackId, texts.Kept, IsAlert: true), await cards.RefreshAsync(of, isKept: true, cancellationToken), kept)
            : ButtonReplies.Alert(press, texts.NothingThere);
    }

    private async Task<Effects> ShowAsync(Incoming.ButtonPress press, Case of, CancellationToken cancellationToken) => cards.MayShow(press.Origin)
        ? Effects.Reply(new Instant.ButtonReply(press.CallbackId), await ShowAsync(of, press.Origin, cancellationToken))
        : ButtonReplies.Alert(press, CommandTexts.For(press.Origin.Language).OnlyInPrivate);

    /// <summary>The history, and a card below it that takes the place of the one shown there before.</summary>
    private async Task<IReadOnlyList<Outgoing>> ShowAsync(Case of, Origin origin, CancellationToken cancellationToken)
    {
        var shown = (await cases.CardsAsync(of.Id, cancellationToken)).Where(card => card.ChatId == origin.Conversation.Chat).Select(card => card.MessageId);
        var history = HistoryRenderer.Render(cards.ViewOf(of) with { Language = origin.Language }, await cases.HistoryAsync(of.Id, cancellationToken));
        return
        [
            .. origin.Reply(history),
            await cards.CardAsync(of, origin.Place(), cancellationToken),
            .. shown.Select(card => new Outgoing.Deletion(origin.Place(), new MessageReference(card)) { After = origin.MessageId }),
        ];
    }

    private static Outgoing.EditKeyboard SetKeyboard(Incoming.ButtonPress press, Keyboard keyboard) =>
        new(press.Origin.Place(), new MessageReference(press.Origin.MessageId), keyboard) { After = press.Origin.MessageId };
}
