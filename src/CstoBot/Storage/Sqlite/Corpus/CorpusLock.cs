using CstoBot.Ingestion;

namespace CstoBot.Storage.Sqlite.Corpus;

/// <summary>A file that one process at a time holds open while it changes the corpus; the system closes it when the process ends, however it ends.</summary>
internal sealed class CorpusLock : IAsyncDisposable
{
    private const string Name = "corpus.lock";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream file;

    private CorpusLock(FileStream file) => this.file = file;

    /// <exception cref="SourcesUnavailableException">The folder cannot be written to.</exception>
    public static async Task<CorpusLock> TakeAsync(string folder, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                Directory.CreateDirectory(folder);
                return new CorpusLock(new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(Path.Combine(folder, Name)))
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new SourcesUnavailableException($"Cannot keep the documents in {folder}: {exception.Message}");
            }
        }
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
