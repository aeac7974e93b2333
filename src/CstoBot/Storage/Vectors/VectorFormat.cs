using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CstoBot.Retrieval.Dense;

namespace CstoBot.Storage.Vectors;

/// <summary>
/// How vectors lie in a file: a mark, the model's identity, the dimensions and the number of vectors; each text's key and vector; the SHA-256
/// of all before it. Little-endian throughout.
/// </summary>
internal static class VectorFormat
{
    private const int KeySize = 16;
    private const int HashSize = 32;
    private const int MaxIdentity = 65_536;

    private static ReadOnlySpan<byte> Mark => "CstoBot vectors 1\n"u8;

    public static void Write(Stream stream, string modelIdentity, IReadOnlyDictionary<TextKey, float[]> vectors)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Put(ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(bytes);
            stream.Write(bytes);
        }

        var identity = Encoding.UTF8.GetBytes(modelIdentity);
        Put(Mark);
        Put(Number(identity.Length));
        Put(identity);
        Put(Number(vectors.Count == 0 ? 0 : vectors.First().Value.Length));
        Put(Number(vectors.Count));

        var key = new byte[KeySize];
        foreach (var (text, vector) in vectors)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(key, text.Value);
            Put(key);
            Put(MemoryMarshal.AsBytes<float>(vector));
        }

        stream.Write(hash.GetHashAndReset());
    }

    /// <summary>The vectors of this model; empty when the file holds another one's.</summary>
    /// <param name="length">Of the whole file: nothing is reserved that it cannot hold.</param>
    /// <exception cref="InvalidDataException">The file is not of this format, cut short or damaged.</exception>
    public static Dictionary<TextKey, float[]> Read(Stream stream, long length, string modelIdentity)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rest = length;
        void Take(Span<byte> bytes)
        {
            rest -= bytes.Length;
            stream.ReadExactly(bytes);
            hash.AppendData(bytes);
        }

        int Size(long limit)
        {
            Span<byte> bytes = stackalloc byte[sizeof(int)];
            Take(bytes);
            var size = BinaryPrimitives.ReadInt32LittleEndian(bytes);
            return size >= 0 && size <= limit ? size : throw new InvalidDataException("it is damaged");
        }

        var mark = new byte[Mark.Length];
        Take(mark);
        if (!Mark.SequenceEqual(mark))
        {
            throw new InvalidDataException("it is not a file of vectors");
        }

        var identity = new byte[Size(MaxIdentity)];
        Take(identity);
        if (Encoding.UTF8.GetString(identity) != modelIdentity)
        {
            return [];
        }

        var dimensions = Size(rest / sizeof(float));
        var count = Size(rest / (KeySize + ((long)dimensions * sizeof(float))));
        var vectors = new Dictionary<TextKey, float[]>(count);
        var key = new byte[KeySize];
        for (var number = 0; number < count; number++)
        {
            Take(key);
            var vector = new float[dimensions];
            Take(MemoryMarshal.AsBytes(vector.AsSpan()));
            vectors[new TextKey(BinaryPrimitives.ReadUInt128LittleEndian(key))] = vector;
        }

        var expected = hash.GetHashAndReset();
        var stated = new byte[HashSize];
        stream.ReadExactly(stated);
        return expected.AsSpan().SequenceEqual(stated) ? vectors : throw new InvalidDataException("it is damaged");
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
