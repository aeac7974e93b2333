namespace CstoBot.Telegram.Receiving;

/// <summary>Gets files that people sent.</summary>
internal interface IFileDownload
{
    /// <param name="fileId">Telegram's.</param>
    Task<DownloadedFile> DownloadAsync(string fileId, int maxBytes, CancellationToken cancellationToken);
}

/// <summary>Exactly one of the nested cases.</summary>
internal abstract record DownloadedFile
{
    private DownloadedFile()
    {
    }

    public sealed record Content(byte[] Bytes) : DownloadedFile;

    public sealed record TooLarge : DownloadedFile;

    /// <summary>Telegram has it no more, or could not be reached.</summary>
    public sealed record Unavailable : DownloadedFile;
}
