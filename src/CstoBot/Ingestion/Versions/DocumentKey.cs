using System.Security.Cryptography;

namespace CstoBot.Ingestion.Versions;

/// <summary>Names a document's kept content.</summary>
internal static class DocumentKey
{
    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Of(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
