using System.Text;

namespace CstoBot.Ingestion;

/// <summary>White space as a reader sees it: any run of it is one blank.</summary>
internal static class Whitespace
{
    public static string Collapse(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
        {
            if (!char.IsWhiteSpace(character))
            {
                result.Append(character);
            }
            else if (result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString();
    }
}
