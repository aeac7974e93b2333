using System.Text.RegularExpressions;

namespace CstoBot.Evaluation;

/// <summary>Whether citations are true, to the point, and where the text says they are.</summary>
internal static partial class CitationGrader
{
    /// <summary>The longest answer, without the list of sources, that counts as brief; in characters as a reader counts them.</summary>
    private const int MaxBriefLength = 900;

    /// <summary>Whether the quote stands in its document at exactly the given place.</summary>
    /// <param name="documents">The documents' texts by file name.</param>
    public static bool IsVerbatim(GivenCitation citation, IReadOnlyDictionary<string, string> documents) =>
        documents.TryGetValue(citation.Source, out var text)
        && citation.Quote.Length > 0
        && citation.Quote.Length == citation.Length
        && citation.Start >= 0
        && citation.Start <= text.Length - citation.Length
        && text.AsSpan(citation.Start, citation.Length).SequenceEqual(citation.Quote)
        && !CutsCharacter(citation.Quote);

    /// <summary>Whether the quote shows what the answer should say: it overlaps the gold passage, or holds something the answer must.</summary>
    public static bool IsEvidence(GivenCitation citation, GoldQuestion question)
    {
        var quote = FoldedText.Of(citation.Quote);
        return question.Accepts(citation.Source)
            && (question.HasEvidenceIn(citation.Quote) || question.Must.Any(group => group.Any(pattern => pattern.IsIn(quote))));
    }

    /// <summary>Whether there are markers, each with a citation, and each citation has a marker.</summary>
    public static bool IsMarked(GivenAnswer answer)
    {
        var markers = Markers().Matches(Body(answer)).Select(match => int.TryParse(match.Groups[1].ValueSpan, out var number) ? number : -1).ToHashSet();
        return markers.Count > 0 && markers.SetEquals(answer.Citations.Select(citation => citation.Number));
    }

    public static bool IsBrief(GivenAnswer answer) => Body(answer).EnumerateRunes().Count() <= MaxBriefLength;

    private static string Body(GivenAnswer answer) =>
        SourceList().Match(answer.Text) is { Success: true } list ? answer.Text[..list.Index] : answer.Text;

    // Documents are well-formed, so only the ends of a quote can be half a character.
    private static bool CutsCharacter(string quote) => char.IsLowSurrogate(quote[0]) || char.IsHighSurrogate(quote[^1]);

    [GeneratedRegex(@"\[([0-9]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Markers();

    [GeneratedRegex(@"\n\s*(?:Sources|Источники)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SourceList();
}
