using System.Globalization;
using System.Text.RegularExpressions;

namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Puts raised and lowered signs to the words that they stand at, and takes out those that only point to a footnote.</summary>
/// <remarks>A raised number behind a full stop or a comma is no power of anything.</remarks>
internal static partial class RaisedMarks
{
    private const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    // They are this much smaller than their word and stand this near to it, its base and its end.
    private const double Smaller = 0.82;
    private const double Near = 0.62;
    private const double NearOfSameSize = 0.3;
    private const double Touching = 0.2;
    private const int MaxLength = 4;

    // Rows of other columns may lie between.
    private const int RowsBetween = 6;
    private const int MaxRow = 500;

    /// <summary>The rows with each sign at its word; a raised number as raised digits.</summary>
    public static List<List<PdfWord>> Attach(List<List<PdfWord>> rows)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var marks = rows[row];
            for (var index = marks.Count - 1; index >= 0 && marks.Count <= MaxRow; index--)
            {
                if (marks[index].Text.Length <= MaxLength && IsAttached(marks[index], rows, row))
                {
                    marks.RemoveAt(index);
                }
            }
        }

        return rows.Where(row => row.Count > 0).ToList();
    }

    /// <summary>The fragments without the marks of footnotes that stand on their page; the footnote keeps its own.</summary>
    public static IReadOnlyList<PdfFragment> WithoutFootnotes(IReadOnlyList<PdfFragment> page)
    {
        if (page.Count == 0)
        {
            return page;
        }

        var size = page.Select(fragment => fragment.Size).Order().ElementAt(page.Count / 2);
        var notes = page.Select(fragment => NumberOfNoteOrNull(fragment, size)).ToList();
        var numbers = notes.OfType<string>().ToHashSet();
        return page.Select((fragment, index) => fragment with
        {
            Text = notes[index] is { } number
                ? NoteLabel().Replace(fragment.Text, number + " ")
                : Mark().Replace(fragment.Text, match => char.IsPunctuation(fragment.Text[match.Index - 1]) || numbers.Contains(Plain(match.Value)) ? string.Empty : match.Value),
        }).ToList();
    }

    private static string? NumberOfNoteOrNull(PdfFragment fragment, double size) =>
        fragment.Size < 0.95 * size && NoteLabel().Match(fragment.Text) is { Success: true } label ? Plain(label.Groups["number"].Value) : null;

    private static bool IsAttached(PdfWord mark, List<List<PdfWord>> rows, int row)
    {
        for (var distance = 1; distance <= RowsBetween; distance++)
        {
            if (row + distance < rows.Count && IsAttached(mark, rows[row + distance]) || row >= distance && IsAttached(mark, rows[row - distance]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAttached(PdfWord mark, List<PdfWord> words)
    {
        for (var index = 0; index < Math.Min(words.Count, MaxRow); index++)
        {
            var word = words[index];
            if (mark.Size > 1.05 * word.Size || Math.Abs(mark.Baseline - word.Baseline) > (mark.Size < Smaller * word.Size ? Near : NearOfSameSize) * word.Size)
            {
                continue;
            }

            var text = mark.Baseline > word.Baseline && mark.Size < Smaller * word.Size ? string.Concat(mark.Text.Select(Raised)) : mark.Text;
            if (mark.Left - word.Right < Touching * word.Size && mark.Left - word.Right > -2 * Touching * word.Size && mark.Right > word.Right)
            {
                Insert(words, index, text, mark.Right);
                return true;
            }

            // The label of a footnote stands before its first word.
            if (index == 0 && mark.Size < Smaller * word.Size && mark.Baseline > word.Baseline && word.Left - mark.Right is var gap && gap > -Touching * word.Size && gap < word.Size)
            {
                words[index] = word with { Text = text + word.Text, Left = mark.Left };
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands close behind the sign is of the same word: "H₂O".</summary>
    private static void Insert(List<PdfWord> words, int index, string text, double right)
    {
        var word = words[index];
        var goesOn = index + 1 < words.Count && words[index + 1].Left - right < PdfLetters.WordGap * word.Size;
        words[index] = goesOn
            ? word with { Text = word.Text + text + words[index + 1].Text, Right = words[index + 1].Right }
            : word with { Text = word.Text + text, Right = right };
        if (goesOn)
        {
            words.RemoveAt(index + 1);
        }
    }

    private static char Raised(char character) => character is >= '0' and <= '9' ? Digits[character - '0'] : character;

    private static string Plain(string number) =>
        string.Concat(number.Select(character => Digits.IndexOf(character, StringComparison.Ordinal) is var digit and >= 0 ? digit.ToString(CultureInfo.InvariantCulture) : character.ToString()));

    [GeneratedRegex(@"(?<=[\p{L}\p{P}])[⁰¹²³⁴-⁹]{1,3}")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?<number>[⁰¹²³⁴-⁹]{1,3}|[0-9]{1,3})\s*(?=[\p{L}\p{Pi}\p{Ps}])")]
    private static partial Regex NoteLabel();
}
