namespace CstoBot.Retrieval.Indexing;

/// <summary>A folder that is gone when it is disposed or when the program ends, whichever is first.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private IDisposable? user;

    private ScratchFolder(string path) => Path = path;

    public string Path { get; }

    public static ScratchFolder Create()
    {
        var folder = new ScratchFolder(Directory.CreateTempSubdirectory("cstobot-index-").FullName);
        AppDomain.CurrentDomain.ProcessExit += folder.Ended;
        return folder;
    }

    /// <summary>What reads from the folder is closed before it goes.</summary>
    public void GoesWith(IDisposable reader) => user = reader;

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Ended;
        user?.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    private void Ended(object? sender, EventArgs arguments)
    {
        try
        {
            Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The system clears its folder for temporary files.
        }
    }
}
