using System.Diagnostics;
namespace CstoBot.Telegram.Sending;

/// <summary>What is to be sent, kept from before the update that caused it is done until Telegram has taken it.</summary>
internal interface IOutbox
{
    /// <summary>What is neither sent nor given up, oldest first.</summary>
    Task<IReadOnlyList<OutboxEntry>> OpenAsync(long botId, CancellationToken cancellationToken);

    /// <summary>Notes that a call is about to be made, so that after a sudden end it is known that the message may have arrived.</summary>
    /// <returns>The newest messages known by then; null when the entry is no longer to be sent.</returns>
    Task<LastKnown?> BeginAsync(OutboxEntry entry, CancellationToken cancellationToken);

    /// <summary>Removes the entry, and notes the message.</summary>
    /// <param name="messageId">The message sent or changed; null when there is none or its id is not known.</param>
    Task CompleteAsync(OutboxEntry entry, int? messageId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Sets the entry aside with its error, for admins to see.</summary>
    Task GiveUpAsync(OutboxEntry entry, string error, CancellationToken cancellationToken);

    /// <summary>The message that carries a part of an answer; null when it was never sent or is no longer known.</summary>
    Task<int?> MessageOrNullAsync(AnswerPart part, CancellationToken cancellationToken);

    /// <summary>The message that shows a case in a chat; null when none does.</summary>
    Task<int?> CardOrNullAsync(long chatId, long caseId, CancellationToken cancellationToken);

    /// <summary>The message that shows a notice; null when it never arrived or is no longer known.</summary>
    Task<int?> NoticeOrNullAsync(long noticeId, CancellationToken cancellationToken);

    /// <summary>The numbers of the shared sequence above <paramref name="after"/> that are known to be other messages'.</summary>
    Task<IReadOnlySet<int>> KnownIdsAsync(long botId, int after, CancellationToken cancellationToken);

    Task<OutboxCounts> CountAsync(long botId, CancellationToken cancellationToken);
}

/// <param name="AfterOrNull">Not null when it is noted that a call is being made: the message, if it has arrived, is newer than these.</param>
/// <param name="MayHaveArrived">A call was begun by an earlier run, and its end is not known.</param>
internal sealed record OutboxEntry(long Id, long BotId, Outgoing Outgoing, LastKnown? AfterOrNull = null, bool MayHaveArrived = false)
{
    /// <summary>Written as begun, with its turn taken: it goes out as soon as it is stored.</summary>
    public bool HasTurn => AfterOrNull is not null && !MayHaveArrived;

    /// <summary>The trace of the update that it came of; default for none, or one of an earlier run.</summary>
    public ActivityContext Cause { get; init; }
}

internal readonly record struct OutboxCounts(int Open, int GivenUp);
