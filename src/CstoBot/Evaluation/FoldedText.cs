using System.Text;

namespace CstoBot.Evaluation;

/// <summary>A text as it is compared with a question file: marks and letters that look alike are one, any white space is one blank.</summary>
internal static class FoldedText
{
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in CompatibilityForm.Of(text))
        {
            if (!IsSpace(character))
            {
                result.Append(Fold(character));
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd(' ');
    }

    private static char Fold(char character) => character switch
    {
        '“' or '”' or '„' or '«' or '»' or '″' => '"',
        '‘' or '’' or '‚' or '′' or '`' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
        'ё' => 'е',
        'Ё' => 'Е',
        _ => character,
    };

    // The four separators of information are white space to Python.
    private static bool IsSpace(char character) => char.IsWhiteSpace(character) || character is >= '\u001C' and <= '\u001F';
}
