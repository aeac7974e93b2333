using System.Text.RegularExpressions;

namespace CstoBot.Ingestion;

/// <summary>Reads who is interviewed from a heading such as "Interview of A. Person to the B agency".</summary>
internal static partial class Interview
{
    /// <summary>The interviewed person as the heading names them; null when it is no interview's heading.</summary>
    public static string? SpeakerOrNull(string heading)
    {
        foreach (var match in new[] { English().Match(heading), Russian().Match(heading) })
        {
            if (match.Success)
            {
                return match.Groups["speaker"].Value.Trim();
            }
        }

        return null;
    }

    /// <summary>Where the spoken text begins: behind a dash, a number or a "Q:" that opens a turn.</summary>
    public static TextSpan WithoutTurnMark(string text, TextSpan paragraph)
    {
        var start = paragraph.Start + TurnMark().Match(text, paragraph.Start, paragraph.Length).Length;
        return TextSpan.FromBounds(start, paragraph.End);
    }

    [GeneratedRegex(@"\binterview (?:of|with) (?:the )?(?<speaker>\p{L}.+?)(?: (?:to|for|with|given|by) .+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(@"\bинтервью (?:с )?(?<speaker>\p{L}.+?)(?: (?:агентству|газете|журналу|изданию|телеканалу|порталу|для|информационному) .+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Russian();

    [GeneratedRegex(@"\G(?:[-–—―][\s ]+|(?:(?:Q|A|В|О)\s?:|(?:Question|Answer|Вопрос|Ответ)\s?[:.])[\s ]+|\d{1,2}[.)][\s ]+(?=\p{Lu}|\d))", RegexOptions.CultureInvariant)]
    private static partial Regex TurnMark();
}
