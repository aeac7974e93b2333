using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Staff;

/// <summary>Who changed what, or tried to (<see cref="Change.Audited"/>). Only ever added to.</summary>
internal interface IAuditLog
{
    /// <summary>Newest first.</summary>
    /// <param name="userId">Null: everybody's.</param>
    Task<AuditPage> PageAsync(long? userId, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Everything since then, oldest first.</summary>
    /// <param name="userId">Null: everybody's.</param>
    IAsyncEnumerable<AuditEntry> SinceAsync(DateTimeOffset since, long? userId, CancellationToken cancellationToken);
}

/// <param name="Total">On all pages.</param>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, int Total);

/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="Target">What it was done to: a command, a case, a user; never a text that somebody wrote.</param>
/// <param name="Times">How often within the hour after it, where that is counted and was more than once; null otherwise.</param>
internal sealed record AuditEntry(DateTimeOffset At, long UserId, string Action, string Target, string? Detail = null, int? Times = null);
