using CstoBot.Retrieval.Analysis;

namespace CstoBot.Retrieval.Queries;

/// <summary>Finds what was typed in the wrong keyboard layout: "rjulf cfvvbn?" for "когда саммит?".</summary>
internal static class LayoutRepair
{
    // One and two letters make some word in either layout.
    private const int TellingLength = 3;

    private static readonly char[] Marks = [',', '.', ';', ':', '?', '!', '"', '\''];

    /// <summary>The text with such words in the layout they were meant in, of the same length; the text itself when there are none.</summary>
    public static string Of(string text, Vocabulary vocabulary)
    {
        var words = Words(text).ToList();
        if (!words.Exists(word => word.Length >= TellingLength && MeantOrNull(word.Of(text), vocabulary) is not null))
        {
            return text;
        }

        var repaired = text.ToCharArray();
        foreach (var word in words)
        {
            MeantOrNull(word.Of(text), vocabulary)?.CopyTo(repaired.AsSpan(word.Start));
        }

        return new string(repaired);
    }

    /// <summary>The word in the other layout when it is known there and not here. A mark at its end may be a mark or a letter.</summary>
    private static string? MeantOrNull(string word, Vocabulary vocabulary)
    {
        var terms = TextAnalyzer.Analyze(word);
        return terms.Any(vocabulary.Knows) ? null : Known(word) ?? Known(word.TrimEnd(Marks));

        string? Known(string typed) =>
            Keyboard.InOtherLayoutOrNull(typed) is { } other && TextAnalyzer.Analyze(other) is { Count: > 0 } read && read.All(vocabulary.Knows) ? other : null;
    }

    /// <summary>What stands between white space.</summary>
    private static IEnumerable<Ingestion.TextSpan> Words(string text)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || char.IsWhiteSpace(text[at]))
            {
                if (at > start)
                {
                    yield return Ingestion.TextSpan.FromBounds(start, at);
                }

                start = at + 1;
            }
        }
    }
}
