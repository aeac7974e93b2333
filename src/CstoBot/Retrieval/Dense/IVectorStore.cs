using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CstoBot.Retrieval.Dense;

/// <summary>Keeps the vectors of texts from one start to the next; those of one model at a time.</summary>
internal interface IVectorStore
{
    /// <summary>False when what is written is forgotten.</summary>
    bool Keeps { get; }

    /// <summary>What was kept for this model; empty when nothing was, or for another one.</summary>
    Dictionary<TextKey, float[]> Read(string modelIdentity);

    /// <summary>Replaces all that is kept. That it cannot be is logged and does no harm.</summary>
    /// <param name="vectors">All of one dimension.</param>
    void Write(string modelIdentity, IReadOnlyDictionary<TextKey, float[]> vectors);
}

/// <summary>Names a text by its content: the first half of its SHA-256.</summary>
internal readonly record struct TextKey(UInt128 Value)
{
    public static TextKey Of(string text) => new(BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
}

/// <summary>For whoever has no place to keep vectors.</summary>
internal sealed class ForgetfulVectorStore : IVectorStore
{
    public bool Keeps => false;

    public Dictionary<TextKey, float[]> Read(string modelIdentity) => [];

    public void Write(string modelIdentity, IReadOnlyDictionary<TextKey, float[]> vectors)
    {
    }
}
