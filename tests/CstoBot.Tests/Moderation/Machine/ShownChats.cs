using CstoBot.Telegram.Sending;

namespace CstoBot.Tests.Moderation.Machine;

/// <summary>Telegram as people see it: what stands in each chat.</summary>
internal sealed class ShownChats(Func<IOutbox> outbox)
{
    private readonly Dictionary<(long Chat, int Message), ShownMessage> shown = [];
    private int lastMessage = 1_000;

    /// <summary>Who has blocked the bot.</summary>
    public HashSet<long> Gone { get; } = [];

    /// <summary>Who has blocked it at some time, or was forgotten: what was to be changed there may stand as it was.</summary>
    public HashSet<long> EverGone { get; } = [];

    /// <summary>Everything that was ever shown.</summary>
    public List<ShownMessage> Log { get; } = [];

    public IEnumerable<ShownMessage> Shown => shown.Values;

    public int NextMessage() => ++lastMessage;

    /// <returns>The message sent or changed; null when there is none.</returns>
    public async Task<int?> CarryOutAsync(Outgoing outgoing)
    {
        var place = outgoing.Place.ChatId;
        if (Gone.Contains(place))
        {
            return null;
        }

        switch (outgoing)
        {
            case Outgoing.Message message:
                return Show(place, NextMessage(), message.Content.Text.Plain, message.Part);
            case Outgoing.Edit edit:
                return Show(place, await TargetOrNullAsync(place, edit.Target) ?? NextMessage(), edit.Content.Text.Plain, edit.Part);
            case Outgoing.Deletion deletion when await TargetOrNullAsync(place, deletion.Target) is { } target:
                shown.Remove((place, target));
                return null;
            default:
                return null;
        }
    }

    private int Show(long chat, int message, string text, AnswerPart? part)
    {
        shown[(chat, message)] = new ShownMessage(chat, message, text, part);
        Log.Add(shown[(chat, message)]);
        return message;
    }

    private async Task<int?> TargetOrNullAsync(long chat, MessageReference target)
    {
        var known = target.Part is { } part ? await outbox().MessageOrNullAsync(part, CancellationToken.None)
            : target.CardOf is { } caseId ? await outbox().CardOrNullAsync(chat, caseId, CancellationToken.None)
            : target.MessageId;
        return known is { } message && shown.ContainsKey((chat, message)) ? message : null;
    }
}

internal sealed record ShownMessage(long Chat, int Id, string Text, AnswerPart? Part);
