using System.Diagnostics;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Receiving;

/// <summary>Updates as Telegram sent them, kept from before they are confirmed until they are done with.</summary>
internal interface IInbox
{
    /// <summary>Stores the updates as pending, all or none.</summary>
    /// <returns>Those that were not there before; Telegram may send an update again.</returns>
    Task<IReadOnlyList<ReceivedUpdate>> AddAsync(IReadOnlyList<ReceivedUpdate> updates, DateTimeOffset receivedAt, CancellationToken cancellationToken);

    /// <summary>What has neither been done nor parked, oldest first.</summary>
    Task<IReadOnlyList<ReceivedUpdate>> PendingAsync(long botId, CancellationToken cancellationToken);

    /// <summary>The update is done with, its text is not kept, and what came of it is stored: all of it or nothing, and only once.</summary>
    /// <param name="firstBegins">The first message has its turn and goes out at once, see <see cref="IOutbox.BeginAsync"/>.</param>
    /// <exception cref="DatabaseUnavailableException">Nothing can be stored at the moment; as with all writing of a store.</exception>
    /// <returns>What is to be sent, in order; empty when the update is not pending any more.</returns>
    Task<IReadOnlyList<OutboxEntry>> CompleteAsync(
        UpdateKey key, Effects effects, bool firstBegins, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Notes a failed try; the update stays pending.</summary>
    /// <returns>How often the update has failed by now.</returns>
    Task<int> FailAsync(UpdateKey key, string error, CancellationToken cancellationToken);

    /// <summary>Sets the update aside with its error, so that it blocks nothing and can be looked at.</summary>
    /// <param name="apology">What those who wait are told; empty for nothing.</param>
    /// <returns>The apology as it is to be sent; empty when the update is not pending any more.</returns>
    Task<IReadOnlyList<OutboxEntry>> ParkAsync(
        UpdateKey key, string error, IReadOnlyList<Outgoing> apology, DateTimeOffset now, CancellationToken cancellationToken);

    Task<InboxCounts> CountAsync(long botId, CancellationToken cancellationToken);
}

/// <summary>Update ids are counted per bot.</summary>
internal readonly record struct UpdateKey(long BotId, long UpdateId);

/// <param name="Json">The update as it came; never a re-serialized one, which would lose what this version does not know.</param>
/// <param name="SharedMessageId">The new message's number in the sequence that <see cref="MessageSequence"/> tells of; null when it brings none.</param>
internal sealed record ReceivedUpdate(UpdateKey Key, string Json, int? SharedMessageId = null)
{
    /// <summary>What its handling is traced under; default for nothing.</summary>
    public ActivityContext Trace { get; init; }
}

/// <param name="Pending">Taken and not yet done.</param>
/// <param name="Parked">Set aside, see <see cref="IInbox.ParkAsync"/>.</param>
internal readonly record struct InboxCounts(int Pending, int Parked);
