using System.Text;
using System.Xml;

namespace CstoBot.LanguageModels.Prompts;

/// <summary>
/// Text as XML allows it. Semantic Kernel reads a rendered prompt as XML; a single character that XML forbids would silently make one message of the user
/// of the whole prompt. Pure.
/// </summary>
internal static class XmlText
{
    /// <summary>Without the characters that XML forbids: control characters, halves of characters, U+FFFE and U+FFFF.</summary>
    public static string Strip(string text)
    {
        if (IsAllowed(text))
        {
            return text;
        }

        var allowed = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
            {
                allowed.Append(text[at]);
            }
            else if (IsPair(text, at))
            {
                allowed.Append(text, at++, 2);
            }
        }

        return allowed.ToString();
    }

    public static bool IsAllowed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!XmlConvert.IsXmlChar(text[at]) && !IsPair(text, at++))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPair(string text, int at) =>
        at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]);
}
