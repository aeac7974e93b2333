namespace CstoBot.Ingestion;

/// <summary>Characters that end a sentence or stand around one.</summary>
internal static class SentenceMarks
{
    public static bool IsTerminal(char character) => character is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    public static bool IsClosing(char character) => character is '"' or '”' or '»' or '’' or '\'' or ')' or ']' or '“';

    public static bool IsOpening(char character) => character is '"' or '“' or '«' or '‘' or '\'' or '(' or '[' or '„';

    public static bool IsDash(char character) => character is '-' or '‐' or '‑' or '–' or '—' or '―' or '−';

    /// <summary>Whether a line that ends so has come to a sentence's end.</summary>
    public static bool IsEnd(char character) => IsTerminal(character) || IsClosing(character);
}
