using System.Collections.Frozen;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CstoBot.Retrieval.Analysis;

/// <summary>Brings English irregular forms to the word they are of ("met" to "meet"), which no suffix stemmer does.</summary>
internal sealed class IrregularFormsFilter : TokenFilter
{
    private static readonly FrozenDictionary<string, string> Bases = """
        become became · begin began begun · break broke broken · bring brought · build built · buy bought · child children
        choose chose chosen · come came · crisis crises · do did done · draw drew drawn · drive drove driven · fall fell fallen · feel felt
        fight fought · fly flew flown · forget forgot forgotten · freeze froze frozen · get got gotten · give gave given · go went gone
        grow grew grown · hear heard · hide hid hidden · hold held · keep kept · know knew known · lead led · leave left · lend lent
        lose lost · make made · man men · mean meant · meet met · pay paid · rise rose risen · run ran · say said · seek sought · sell sold
        send sent · shake shook shaken · shoot shot · show shown · speak spoke spoken · spend spent · stand stood · strike struck
        swear swore sworn · take took taken · teach taught · tell told · think thought · throw threw thrown · undergo underwent undergone
        understand understood · undertake undertook undertaken · win won · withdraw withdrew withdrawn · woman women · write wrote written
        """
        .Split(['·', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .SelectMany(words => words.Skip(1).Select(form => (form, words[0])))
        .ToFrozenDictionary(pair => pair.form, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BaseOf = Bases.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ICharTermAttribute term;

    public IrregularFormsFilter(TokenStream input)
        : base(input) => term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        if (BaseOf.TryGetValue(term.Buffer.AsSpan(0, term.Length), out var word))
        {
            term.SetEmpty().Append(word);
        }

        return true;
    }
}
