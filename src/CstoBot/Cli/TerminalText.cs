namespace CstoBot.Cli;

/// <summary>Documents and file names are data: what they hold must not steer a terminal.</summary>
internal static class TerminalText
{
    /// <summary>The text without control characters (escape sequences among them) and without those that turn the direction of reading; line breaks stay.</summary>
    public static string Clean(string text) =>
        text.Any(IsUnsafe) ? string.Concat(text.Where(character => !IsUnsafe(character))) : text;

    private static bool IsUnsafe(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\t'))
        || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
