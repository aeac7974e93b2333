using System.Globalization;
using System.Text;
using CstoBot.Ingestion;

namespace CstoBot.Verification.Statements;

/// <summary>
/// A passage in which a quote is found whatever white space, quotation marks, dashes and case it is written with, each place mapped back
/// to the document's text.
/// </summary>
internal sealed class FoldedPassage
{
    private readonly string folded;
    private readonly int[] places;

    /// <param name="span">The part of the text that is searched.</param>
    public FoldedPassage(string text, TextSpan span)
    {
        var signs = new StringBuilder(span.Length);
        var from = new List<int>(span.Length);
        for (var at = span.Start; at < span.End; at++)
        {
            Append(signs, text[at]);
            while (from.Count < signs.Length)
            {
                from.Add(at);
            }
        }

        (folded, places) = (signs.ToString(), [.. from]);
    }

    /// <summary>Where the quote stands, from its first word to its last; null where it does not, or holds no word.</summary>
    public TextSpan? FindOrNull(string quote)
    {
        var signs = new StringBuilder(quote.Length);
        foreach (var character in quote)
        {
            Append(signs, character);
        }

        var sought = signs.ToString().Trim(' ', '\'', '.', ',', ';', ':', '-', '!', '?', '(', ')');
        for (var at = 0; sought.Length > 0 && (at = folded.IndexOf(sought, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (IsBorder(at - 1, at) && IsBorder(at + sought.Length - 1, at + sought.Length))
            {
                return TextSpan.FromBounds(places[at], places[at + sought.Length - 1] + 1);
            }
        }

        return null;
    }

    /// <summary>Whether a word ends between the two: "1" is not to be found in "10".</summary>
    private bool IsBorder(int before, int after) =>
        before < 0 || after >= folded.Length || !char.IsLetterOrDigit(folded[before]) || !char.IsLetterOrDigit(folded[after]);

    private static void Append(StringBuilder signs, char character)
    {
        switch (character)
        {
            case '…':
                signs.Append("...");
                break;
            case '"' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '`' or '´' or '\'':
                signs.Append('\'');
                break;
            case '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '-':
                signs.Append('-');
                break;
            case 'ё' or 'Ё':
                signs.Append('е');
                break;
            case var space when char.IsWhiteSpace(space):
                if (signs.Length > 0 && signs[^1] != ' ')
                {
                    signs.Append(' ');
                }

                break;
            case var hidden when char.GetUnicodeCategory(hidden) is UnicodeCategory.Format or UnicodeCategory.Control:
                break;
            default:
                signs.Append(char.ToLowerInvariant(character));
                break;
        }
    }
}
