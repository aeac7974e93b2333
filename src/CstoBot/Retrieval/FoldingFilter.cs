using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CstoBot.Retrieval;

/// <summary>Brings spellings of one word together: lower case, ё as е, no possessive ('s), no dots in abbreviations (U.N. = UN).</summary>
internal sealed class FoldingFilter : TokenFilter
{
    private readonly ICharTermAttribute term;

    public FoldingFilter(TokenStream input)
        : base(input) => term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

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
