using System.Security.Cryptography;
using System.Text;

namespace CstoBot.Ingestion.Reloading;

/// <summary>What decides which documents come of a file: its bytes, what is known of them elsewhere, and how this program reads files. Pure.</summary>
internal static class Recipe
{
    /// <summary>Rises with every change of how files are read or divided, so that a new release of the program reads all anew.</summary>
    private const int Readers = 2;

    /// <param name="hash">Of the file's bytes.</param>
    /// <param name="known">What the manifest and the admins say of its documents, in any order.</param>
    /// <returns>Lower-case hex; the same recipe gives the same documents.</returns>
    public static string Of(string name, string hash, IEnumerable<KeyValuePair<string, DocumentMetadata>> known)
    {
        var parts = known.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"\0{pair.Key}\0{pair.Value}");
        return Hash($"{Readers}\0{name}\0{hash}{string.Concat(parts)}");
    }

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));
}
