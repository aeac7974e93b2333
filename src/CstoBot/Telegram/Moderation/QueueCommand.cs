using System.Globalization;
using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Moderation;

/// <summary><c>/queue</c>: what waits for a moderator, oldest first; <c>/mycases</c>: what somebody has taken and decided.</summary>
internal sealed class QueueCommand(ICaseStore cases, CaseCards cards, TimeProvider time) : IButtonCommand
{
    private const int PerPage = 8;

    // A card that somebody deleted comes back with the queue; not more at once than a group bears in a minute.
    private const int CardsRefreshed = 3;

    public IReadOnlyList<string> Names { get; } = [CommandText.Queue, CommandText.MyCases];

    public Role Needs => Role.Moderator;

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var origin = command.Origin;
        return !cards.MayShow(origin) ? PrivateOnly.Lead(origin, command.Name)
            : command.Name == CommandText.MyCases ? Effects.Send(origin.Reply(await MineAsync(origin, cancellationToken)))
            : Effects.Send([.. origin.Reply([await PageAsync(0, origin, cancellationToken)]), .. await CardsAsync(origin, cancellationToken)]);
    }

    public async Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var origin = press.Origin;
        return cards.MayShow(origin) && int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page < 100_000
            ? Effects.Reply(new Instant.ButtonReply(press.CallbackId), [origin.Edit(await PageAsync(page, origin, cancellationToken))])
            : Effects.Reply(new Instant.ButtonReply(press.CallbackId), []);
    }

    private async Task<RenderedMessage> PageAsync(int page, Origin origin, CancellationToken cancellationToken)
    {
        var (now, texts) = (time.GetUtcNow(), ReviewTexts.For(origin.Language));
        var counts = await cases.CountPendingAsync(now, cancellationToken);
        if (counts.Oldest is not { } oldest)
        {
            return RenderedMessage.From([Block.Paragraph(texts.QueueEmpty)])[0];
        }

        var shown = await cases.PendingAsync(page * PerPage, PerPage, cancellationToken);
        var turning = PageRow.Neighbours(
            page, hasNext: (page + 1) * PerPage < counts.Pending, texts.Back, texts.Next, other => new CommandButton(CommandText.Queue, $"{other}").ToString());
        var age = BotTexts.For(origin.Language).Wait(now - oldest);
        var open = shown.Select(of => new Button($"{of.Id}", new CaseButton(of.Id, CaseVerb.Show).ToString())).Chunk(4).Select(row => (IReadOnlyList<Button>)row);
        return RenderedMessage.From(
            [Block.Paragraph(new Span(texts.Queue(counts.Pending, counts.Taken, age), TextStyle.Bold)), .. shown.Select(of => Line(of, origin, now))],
            new Keyboard([.. open, .. turning.Count == 0 ? [] : new[] { turning }]))[0];
    }

    private async Task<IReadOnlyList<RenderedMessage>> MineAsync(Origin origin, CancellationToken cancellationToken)
    {
        var (now, texts) = (time.GetUtcNow(), ReviewTexts.For(origin.Language));
        var mine = await cases.OfReviewerAsync(origin.Conversation.User, now, PerPage, cancellationToken);
        return mine.Count == 0
            ? RenderedMessage.From([Block.Paragraph(texts.NoneOfYours)])
            : RenderedMessage.From(
                [.. mine.Select(of => Line(of, origin, now))],
                new Keyboard([.. mine.Select(of => new Button($"{of.Id}", new CaseButton(of.Id, CaseVerb.Show).ToString())).Chunk(4)]));
    }

    private async Task<IReadOnlyList<Outgoing>> CardsAsync(Origin origin, CancellationToken cancellationToken)
    {
        var oldest = await cases.PendingAsync(0, CardsRefreshed, cancellationToken);
        var refreshed = new List<Outgoing>();
        foreach (var of in oldest)
        {
            refreshed.Add(await cards.EditAsync(of, origin.Place(), cancellationToken));
        }

        return refreshed;
    }

    /// <summary>"12 · 3 min · taken by Maria: the question".</summary>
    private static Block Line(Case of, Origin origin, DateTimeOffset now)
    {
        var texts = ReviewTexts.For(origin.Language);
        var state = of.IsPending
            ? BotTexts.For(origin.Language).Wait(now - of.OpenedAt) + (of.ClaimedBy(now) is { } by ? $" · 🙋 {PlainText.Shorten(PlainText.OneLine(by.Name), 30)}" : "")
            : texts.States[of.State];
        return Block.Paragraph(
            new Span($"{of.Id}", TextStyle.Bold), new Span($" · {state}: {PlainText.Shorten(PlainText.OneLine(of.Question.Text), 120)}"));
    }
}
