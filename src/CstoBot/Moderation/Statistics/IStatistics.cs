namespace CstoBot.Moderation.Statistics;

/// <summary>Counts what was asked, decided and voted; never who or what.</summary>
internal interface IStatistics
{
    /// <param name="firstDay">In UTC, as all days are.</param>
    /// <param name="lastDay">Not before <paramref name="firstDay"/>.</param>
    Task<Statistics> ReadAsync(DateOnly firstDay, DateOnly lastDay, CancellationToken cancellationToken);
}
