using CstoBot.Moderation.Gaps;
using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Handling;

/// <summary>Shows moderators what people ask and the documents do not answer, and does what they decide about it.</summary>
internal sealed class GapsCommand(GapList gaps, CaseCards cards, Roles roles, IGapAnswering answering, TimeProvider time) : IButtonCommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Gaps];

    public Role Needs => Role.Moderator;

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var origin = command.Origin;
        if (!cards.MayShow(origin))
        {
            return PrivateOnly.Lead(origin, CommandText.Gaps);
        }

        var (page, found) = Page(await gaps.ReadAsync(cancellationToken), isOpen: true, place: 1);
        return Effects.Send(origin.Reply([GapRenderer.Render(page, origin.Language, origin.Bot)]), found);
    }

    public async Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var texts = GapTexts.For(press.Origin.Language);
        if (!cards.MayShow(press.Origin))
        {
            return Refusals.OfPress(press, Needs, time);
        }

        if (GapButton.ParseOrNull(argument) is not { } button)
        {
            return Effects.Reply(new Instant.ButtonReply(press.CallbackId), []);
        }

        var now = await gaps.ReadAsync(cancellationToken);
        if (button is not GapButton.Act act)
        {
            return Shown(press, now, button, text: null);
        }

        return now.All.FirstOrDefault(gap => gap.Stored?.Number == act.Number && gap.Terms.Mark == act.Mark) is { } meant
            ? await ActAsync(press, act, meant, now, cancellationToken)
            : Shown(press, now, button, texts.Changed);
    }

    private async Task<Effects> ActAsync(Incoming.ButtonPress press, GapButton.Act act, Gap gap, Gaps now, CancellationToken cancellationToken)
    {
        var texts = GapTexts.For(press.Origin.Language);
        return act.Action switch
        {
            GapAction.Answer => await answering.OpenAsync(press, act.Number, gap, cancellationToken),
            GapAction.OutOfScope => Marked(press, act, gap, now, GapState.OutOfScope, texts.Marked, []),
            GapAction.Reopen => Marked(press, act, gap, now, GapState.Open, texts.Marked, []),
            GapAction.Request => await RequestedAsync(press, act, gap, now, cancellationToken),
            _ => Effects.Reply(new Instant.ButtonReply(press.CallbackId), []),
        };
    }

    private async Task<Effects> RequestedAsync(Incoming.ButtonPress press, GapButton.Act act, Gap gap, Gaps now, CancellationToken cancellationToken)
    {
        var texts = GapTexts.For(press.Origin.Language);
        if (gap.State == GapState.Requested)
        {
            return ButtonReplies.Alert(press, texts.RequestedBefore);
        }

        var admins = (await roles.AllAsync(cancellationToken)).Where(one => one.Role == Role.Admin).Select(one => one.UserId).ToList();
        if (admins.Count == 0)
        {
            return ButtonReplies.Alert(press, texts.NoAdmins);
        }

        var request = GapRenderer.Request(gap, press.Origin.Language);
        return Marked(press, act, gap, now, GapState.Requested, texts.RequestSent, [.. admins.Select(admin => new Outgoing.Message(new ChatPlace(admin, 0, IsGroup: false), request))]);
    }

    /// <summary>The page then shows the same gap, as it is now. What was pressed twice, changes nothing.</summary>
    private Effects Marked(Incoming.ButtonPress press, GapButton.Act act, Gap gap, Gaps now, GapState state, string text, IReadOnlyList<Outgoing> messages)
    {
        var reply = new Instant.ButtonReply(press.CallbackId, text);
        if (gap.State == state)
        {
            return Effects.Reply(reply, []);
        }

        var change = new Change.GapMarked(act.Number, state, gap.Examples[0].Question, press.Origin.Conversation.User, time.GetUtcNow());
        var marked = gap with { Stored = new StoredGap(act.Number, gap.Terms, state, change.By, change.At) };
        var (same, other) = act.IsOpen ? (now.Open, now.Settled) : (now.Settled, now.Open);
        var page = new GapPage(act.IsOpen, Math.Clamp(act.Place, 1, Math.Max(1, same.Count)), same.Count, other.Count, Shown(marked, act.Number));
        return Effects.Reply(
            reply,
            [press.Origin.Edit(GapRenderer.Render(page, press.Origin.Language, press.Origin.Bot)), .. messages],
            change,
            new Change.Audited(new AuditEntry(change.At, change.By, AuditActions.Gap, $"{act.Number}", state.ToString())));
    }

    private Effects Shown(Incoming.ButtonPress press, Gaps now, GapButton button, string? text)
    {
        var (page, found) = Page(now, button.IsOpen, button.Place);
        return Effects.Reply(new Instant.ButtonReply(press.CallbackId, text), [press.Origin.Edit(GapRenderer.Render(page, press.Origin.Language, press.Origin.Bot))], found);
    }

    /// <summary>A page, and what is to be remembered when its gap is seen for the first time. A place beyond the last is the last.</summary>
    private (GapPage Page, Change[] Found) Page(Gaps now, bool isOpen, int place)
    {
        var (these, others) = isOpen ? (now.Open, now.Settled) : (now.Settled, now.Open);
        if (these.Count == 0)
        {
            return (new GapPage(isOpen, 0, 0, others.Count, Shown: null), []);
        }

        var shown = Math.Min(place, these.Count);
        var gap = these[shown - 1];
        var number = gap.Stored?.Number ?? now.NextNumber;
        var page = new GapPage(isOpen, shown, these.Count, others.Count, Shown(gap, number));
        return (page, gap.Stored is null ? [new Change.GapFound(number, gap.Terms, gap.Questions[0].Id, time.GetUtcNow())] : []);
    }

    private ShownGap Shown(Gap gap, long number) => new(gap, number, gaps.Nearest(gap));
}
