namespace CstoBot.Storage;

/// <summary>Copies all that the bot has kept, while it runs or not.</summary>
internal interface IBackup
{
    /// <summary>A consistent copy as of one moment; the file is whole or not there at all.</summary>
    /// <returns>The copy's size in bytes.</returns>
    /// <exception cref="StartupException">There is nothing to copy, the file is there already, or it cannot be written.</exception>
    Task<long> WriteAsync(string file, CancellationToken cancellationToken);
}
