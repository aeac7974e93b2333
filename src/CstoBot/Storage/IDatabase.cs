namespace CstoBot.Storage;

/// <summary>What the bot has kept, for a program that works beside it.</summary>
internal interface IDatabase
{
    /// <summary>Makes it ready for use, while the bot runs or not.</summary>
    /// <param name="create">Whether to make one where there is none.</param>
    /// <exception cref="StartupException">There is none, or it cannot be used.</exception>
    Task OpenAsync(bool create, CancellationToken cancellationToken);
}
