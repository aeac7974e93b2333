using System.Text;

namespace CstoBot.Retrieval.Analysis;

/// <summary>The words of many short spellings, analyzed as one text: the analyzers' start costs more than a spelling does.</summary>
internal sealed class SpellingWords
{
    private readonly Dictionary<string, IReadOnlyList<Term>> words = new(StringComparer.Ordinal);

    private SpellingWords()
    {
    }

    /// <summary>In order; empty for a spelling without a word.</summary>
    public IReadOnlyList<Term> this[string spelling] => words[spelling];

    /// <summary>The words of all spellings; a word may stand there several times.</summary>
    public IEnumerable<Term> All => words.Values.SelectMany(terms => terms);

    public static SpellingWords Of(IEnumerable<string> spellings)
    {
        var distinct = spellings.Distinct(StringComparer.Ordinal).ToList();
        var text = new StringBuilder();
        var ends = distinct.ConvertAll(spelling => text.Append(spelling).Append('\n').Length);

        var result = new SpellingWords();
        var terms = TextAnalyzer.Analyze(text.ToString());
        var next = 0;
        for (var index = 0; index < distinct.Count; index++)
        {
            var first = next;
            while (next < terms.Count && terms[next].Start < ends[index])
            {
                next++;
            }

            result.words[distinct[index]] = terms.Skip(first).Take(next - first).ToList();
        }

        return result;
    }
}
