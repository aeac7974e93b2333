namespace CstoBot.Telegram.Handling;

/// <summary>How the language model is doing, for an admin.</summary>
internal interface IModelState
{
    /// <summary>Null where none is configured.</summary>
    Task<ModelState?> ReadOrNullAsync(CancellationToken cancellationToken);
}

/// <param name="TokensToday">Since midnight, UTC.</param>
/// <param name="TokensPerDay">0: no limit.</param>
/// <param name="Cost">Of today; null where no prices are set.</param>
/// <param name="IsPaused">Whether it failed so often that it is left alone for a while.</param>
internal sealed record ModelState(string Name, long TokensToday, long TokensPerDay, decimal? Cost, string Currency, bool IsPaused);
