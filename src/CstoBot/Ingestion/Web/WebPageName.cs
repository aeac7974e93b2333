using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CstoBot.Ingestion.Web;

/// <summary>What the corpus calls a page: a name like that of a file, made of its address, the same each time.</summary>
internal static class WebPageName
{
    private const int MaxLength = 100;

    private static readonly string[] Extensions = [".html", ".htm", ".pdf", ".txt", ".md", ".docx"];

    /// <summary>Host and path; what follows in the address, or is too long, is a short hash.</summary>
    public static string Of(Uri url)
    {
        var extension = KnownExtensionOrNull(url.AbsolutePath) ?? "";
        var words = Words(url.IdnHost + Uri.UnescapeDataString(url.AbsolutePath));
        var stem = extension.Length > 0 && words.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? words[..^extension.Length] : words;
        var isWhole = url.Query.Length == 0 && stem.Length <= MaxLength;
        return (isWhole ? stem : $"{Cut(stem)}-{Hash(url)}") + (extension.Length > 0 ? extension : Extensions[0]);
    }

    /// <summary>A name that somebody chose; null when it is not harmless everywhere: folders, hidden files, letters that cannot be seen.</summary>
    public static string? ChosenOrNull(string name) =>
        name.Length <= MaxLength && name.All(letter => IsWord(letter) || letter is ' ' or '(' or ')' or ',') && !name.StartsWith('.') && !name.EndsWith('.') && name.Trim() == name
            ? KnownExtensionOrNull(name) is null ? name + Extensions[0] : name
            : null;

    /// <summary>The same name for what the page turned out to be.</summary>
    public static string WithExtension(string name, string extension) =>
        KnownExtensionOrNull(name) is { } known ? name[..^known.Length] + extension : name + extension;

    private static string? KnownExtensionOrNull(string name) => Array.Find(Extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    private static string Words(string address)
    {
        var words = new StringBuilder(address.Length);
        foreach (var letter in address)
        {
            _ = IsWord(letter) ? words.Append(letter)
                : words.Length > 0 && words[^1] != '-' ? words.Append('-')
                : words;
        }

        return words.ToString().Trim('-', '.');
    }

    private static bool IsWord(char letter) => letter is '-' or '_' or '.' || char.GetUnicodeCategory(letter) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;

    private static string Cut(string stem) => stem[..Math.Min(stem.Length, MaxLength)].TrimEnd('-', '.');

    private static string Hash(Uri url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri)).AsSpan(0, 4));
}
