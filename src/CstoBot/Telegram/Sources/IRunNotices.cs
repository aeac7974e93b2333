using CstoBot.Conversations;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Sources;

/// <summary>Messages that tell how a change of the corpus goes: kept so that none says for ever that one is under way.</summary>
internal interface IRunNotices
{
    /// <summary>Null when none is stored (yet).</summary>
    Task<RunNotice?> FindOrNullAsync(long id, CancellationToken cancellationToken);

    /// <summary>Those whose change has not ended as far as they say.</summary>
    Task<IReadOnlyList<RunNotice>> OpenAsync(long botId, CancellationToken cancellationToken);
}

/// <param name="MessageId">Null while it has not arrived.</param>
/// <param name="Audit">What to note when the change ends; null for whoever joined one that somebody else began.</param>
internal sealed record RunNotice(long Id, ChatPlace Place, Language Language, int? MessageId, DateTimeOffset At, RunAudit? Audit);

/// <param name="Action">One of <see cref="Staff.AuditActions"/>.</param>
internal sealed record RunAudit(long UserId, string Action, string Target);
