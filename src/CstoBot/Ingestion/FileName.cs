using System.Globalization;

namespace CstoBot.Ingestion;

/// <summary>Makes the name of a file that somebody sent harmless: no path, nothing that a terminal or a chat would take for more than a name. Pure.</summary>
internal static class FileName
{
    // As file systems allow; in UTF-16 code units, the extension included.
    private const int MaxLength = 120;

    private const string Nameless = "file";

    public static string Harmless(string sent)
    {
        var name = string.Concat(sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Where(IsPlain)).Trim(' ', '.');
        var extension = Path.GetExtension(name);
        var stem = Path.GetFileNameWithoutExtension(name).Trim(' ', '.');
        stem = stem.Length == 0 ? Nameless : stem;
        var room = Math.Max(1, MaxLength - extension.Length);
        return Cut(stem, room).TrimEnd(' ', '.') + Cut(extension, MaxLength / 2);
    }

    /// <summary>Neither of control, nor invisible (which can turn the order of letters around), nor with a meaning in paths.</summary>
    private static bool IsPlain(char letter) =>
        char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate)
        && letter is not (':' or '*' or '?' or '"' or '<' or '>' or '|');

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
