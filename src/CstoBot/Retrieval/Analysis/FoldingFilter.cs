using System.Buffers;
using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;

namespace CstoBot.Retrieval.Analysis;

/// <summary>Brings spellings of one word together: no accents and hidden signs, lower case, ё as е, no possessive ('s), no dots in abbreviations (U.N. = UN).</summary>
internal sealed class FoldingFilter : TokenFilter
{
    // What most words are made of.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.'’абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ");

    // и and this is й, another letter; of all other letters the marks apart are left out ("догово́р").
    private const char Breve = '\u0306';

    // Of one sign, as ASCIIFoldingFilter says.
    private const int LongestFolding = 4;

    private readonly ICharTermAttribute term;

    public FoldingFilter(TokenStream input)
        : base(input) => term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        Normalize();
        var buffer = term.Buffer;
        var length = WithoutPossessive(buffer, term.Length);
        var isAbbreviation = length > 2 && buffer[1] == '.' && char.IsLetter(buffer[0]);
        var written = 0;
        for (var index = 0; index < length; index++)
        {
            if (!isAbbreviation || buffer[index] != '.')
            {
                buffer[written++] = Fold(buffer[index]);
            }
        }

        term.SetLength(written);
        return true;
    }

    /// <summary>
    /// Full-width letters, ligatures, accents (composed or apart), and signs that nobody sees. The word's place in the text stays.
    /// By table, since the program runs without ICU, which Unicode normalization needs.
    /// </summary>
    private void Normalize()
    {
        var word = term.Buffer.AsSpan(0, term.Length);
        if (word.IndexOfAnyExcept(Plain) < 0)
        {
            return;
        }

        var visible = Visible(word);
        var folded = new char[LongestFolding * visible.Length];
        var length = ASCIIFoldingFilter.FoldToASCII(visible, 0, folded, 0, visible.Length);
        if (length > 0)
        {
            term.CopyBuffer(folded, 0, length);
        }
    }

    private static char[] Visible(ReadOnlySpan<char> word)
    {
        var visible = new List<char>(word.Length);
        foreach (var character in word)
        {
            if (character == Breve && visible.Count > 0 && visible[^1] is 'и' or 'И')
            {
                visible[^1] = 'й';
            }
            else if (character is < '\u0300' or > '\u036F' && char.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                visible.Add(character);
            }
        }

        return [.. visible];
    }

    /// <summary>One UTF-16 unit, folded. Safe on halves of surrogate pairs, which have no case.</summary>
    public static char Fold(char character) => char.ToLowerInvariant(character) switch
    {
        'ё' => 'е',
        '’' or 'ʼ' or '＇' => '\'',
        var lower => lower,
    };

    private static int WithoutPossessive(char[] buffer, int length) =>
        length > 2 && buffer[length - 1] is 's' or 'S' && Fold(buffer[length - 2]) == '\'' ? length - 2 : length;
}
