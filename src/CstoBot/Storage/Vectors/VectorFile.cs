using CstoBot.Retrieval.Dense;
using Microsoft.Extensions.Options;

namespace CstoBot.Storage.Vectors;

/// <summary>Keeps vectors in one file of the data folder. It is written aside and renamed, so there is a whole file or none; a damaged one counts as none.</summary>
internal sealed partial class VectorFile(IOptions<DataOptions> data, ILogger<VectorFile> logger) : IVectorStore
{
    public const string Name = "vectors.bin";

    private const int BufferSize = 1 << 16;

    private readonly string path = Path.Combine(Path.GetFullPath(data.Value.Folder), Name);

    public bool Keeps => true;

    public Dictionary<TextKey, float[]> Read(string modelIdentity)
    {
        try
        {
            if (!File.Exists(path))
            {
                return [];
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, FileOptions.SequentialScan);
            return VectorFormat.Read(file, file.Length, modelIdentity);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            LogUnreadable(path, exception.Message);
            return [];
        }
    }

    public void Write(string modelIdentity, IReadOnlyDictionary<TextKey, float[]> vectors)
    {
        var aside = path + ".new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
            using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize))
            {
                VectorFormat.Write(file, modelIdentity, vectors);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(path, exception.Message);
        }
    }

    [LoggerMessage(9004, LogLevel.Warning, "The kept vectors are made anew: {Path} cannot be used ({Reason})")]
    private partial void LogUnreadable(string path, string reason);

    [LoggerMessage(9005, LogLevel.Warning, "The vectors could not be kept in {Path}, the next start makes them anew: {Reason}")]
    private partial void LogNotWritten(string path, string reason);
}

/// <summary>Reads what the running bot has kept, and leaves it as it is.</summary>
internal sealed class ReadOnlyVectors(VectorFile file) : IVectorStore
{
    public bool Keeps => false;

    public Dictionary<TextKey, float[]> Read(string modelIdentity) => file.Read(modelIdentity);

    public void Write(string modelIdentity, IReadOnlyDictionary<TextKey, float[]> vectors)
    {
    }
}
