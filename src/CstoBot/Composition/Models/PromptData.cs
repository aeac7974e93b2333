using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CstoBot.Composition.Models;

/// <summary>
/// Makes text from outside fit to stand in a prompt as data: of limited length, without characters that nobody sees, and without what could
/// be taken for the end of the data or for somebody else's turn. What is changed cannot be quoted any more, which hurts nobody but an attacker.
/// </summary>
internal static partial class PromptData
{
    /// <param name="maxLength">In UTF-16 units.</param>
    public static string Of(string text, int maxLength)
    {
        var visible = Visible(text);
        var harmless = ChatMarkers().Replace(Delimiters().Replace(visible, match => new string(match.Value[0] == '<' ? '‹' : '›', match.Length)), match => match.Value[0] + " " + match.Value[1..]);
        return harmless.Length <= maxLength ? harmless : harmless[..(char.IsHighSurrogate(harmless[maxLength - 1]) ? maxLength - 1 : maxLength)] + "…";
    }

    /// <summary>On one line: a header must not become two.</summary>
    public static string Line(string text, int maxLength) => Ingestion.Whitespace.Collapse(Of(text, maxLength));

    /// <summary>Line ends and blanks stay; controls, direction marks, tags and other signs without a shape go, half characters too.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) && !Rune.ReplacementChar.Equals(rune))
            {
                visible.Append(rune);
            }
        }

        return visible.ToString();
    }

    // The delimiters of the prompts' own blocks are <<<…>>>.
    [GeneratedRegex(@"<{2,}|>{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Delimiters();

    /// <summary>How chat templates of models mark turns, and how prompts of Semantic Kernel do.</summary>
    [GeneratedRegex(@"<\|[^|>\n]{0,40}\|>|<\/?(?:s|message|system|assistant|user|im_start|im_end|think|tool_call)\b[^>\n]{0,200}>|\[/?(?:INST|SYS|AVAILABLE_TOOLS|TOOL_CALLS)\]|(?<=(?:^|\n)[ \t]*)(?:system|assistant|user|developer|tool|human|###[ \t]*\w+)[ \t]*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChatMarkers();
}
