using System.Globalization;
using System.Text;

namespace CstoBot.Ingestion.Formats.Archives;

/// <summary>Makes the names within an archive harmless and tells those apart that are the same. They are shown and looked up, never opened.</summary>
internal sealed class ArchiveNames
{
    private const int MaxName = 120;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly HashSet<string> given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What names are in that do not say that they are UTF-8: those of older Russian programs. See <see cref="Decoded"/>.</summary>
    public static Encoding Undeclared { get; } = CodePagesEncodingProvider.Instance.GetEncoding(866) ?? Encoding.Latin1;

    /// <summary>The name of an entry in its archive's: "archive.zip/name.txt".</summary>
    public string Give(string archive, string entry)
    {
        var name = Harmless(entry);
        var candidate = $"{archive}/{name}";
        for (var copy = 2; !given.Add(candidate); copy++)
        {
            candidate = string.Create(CultureInfo.InvariantCulture, $"{archive}/{Path.GetFileNameWithoutExtension(name)} ({copy}){Path.GetExtension(name)}");
        }

        return candidate;
    }

    /// <summary>The last part of the path, without characters that are not seen or that steer what shows them.</summary>
    public static string Harmless(string entry)
    {
        var last = CleanText.Line(Decoded(entry).Split('/', '\\')[^1]).Replace(':', '_').Trim(' ', '.');
        var dot = Path.GetExtension(last);
        return last.Length == 0 ? "unnamed"
            : last.Length <= MaxName ? last
            : CleanText.Line(last.AsSpan(0, MaxName - Math.Min(dot.Length, 10))) + dot[..Math.Min(dot.Length, 10)];
    }

    /// <summary>Some programs write UTF-8 without saying so; it hardly ever is anything else by chance.</summary>
    private static string Decoded(string name)
    {
        if (name.All(char.IsAscii))
        {
            return name;
        }

        try
        {
            var bytes = Undeclared.GetBytes(name);
            return Undeclared.GetString(bytes) == name ? StrictUtf8.GetString(bytes) : name;
        }
        catch (DecoderFallbackException)
        {
            return name;
        }
    }
}
