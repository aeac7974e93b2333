namespace CstoBot.Storage;

/// <summary>Tries out whether rows can be read and written.</summary>
internal interface IStorageProbe
{
    /// <summary>Reads, and writes what changes nothing, down to the disk. Fails when either does not work.</summary>
    Task ProbeAsync(CancellationToken cancellationToken);
}
