namespace CstoBot.Storage;

/// <summary>Copies all that the bot has kept, while it runs or not.</summary>
internal interface IBackup
{
    /// <summary>Makes a folder that can take the place of the data folder; it is whole or not there at all.</summary>
    /// <param name="folder">New or empty, else nothing is written.</param>
    /// <param name="mayReplace">Whether it may also be an earlier backup; that one is gone only when the new one is whole.</param>
    /// <exception cref="StartupException">There is nothing to copy, the folder holds something, or it cannot be written.</exception>
    Task<IReadOnlyList<BackupFile>> WriteAsync(string folder, bool mayReplace, CancellationToken cancellationToken);
}

/// <param name="Bytes">Null when there is no such file to be copied.</param>
internal sealed record BackupFile(string Name, long? Bytes);
