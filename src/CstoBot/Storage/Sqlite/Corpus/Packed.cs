using System.IO.Compression;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Versions;
using CstoBot.Retrieval.Indexing;

namespace CstoBot.Storage.Sqlite.Corpus;

/// <summary>Contents as they lie in the database.</summary>
internal static class Packed
{
    public static byte[] Bytes(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>Null when it is not what the key says.</summary>
    public static SourceDocument? DocumentOrNull(byte[]? packed, string key)
    {
        try
        {
            return packed is not null && Unpack(packed) is var content && DocumentKey.Of(content) == key ? DocumentBytes.Read(content, 0, content.Length) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public static byte[] Unpack(byte[] packed)
    {
        using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        zlib.CopyTo(content);
        return content.ToArray();
    }
}
