using System.Text;

namespace CstoBot.Retrieval;

/// <summary>The stems of many short spellings, analyzed as one text: the analyzers' start costs more than a spelling does.</summary>
internal sealed class SpellingStems
{
    private readonly Dictionary<string, IReadOnlyList<string>> stems = new(StringComparer.Ordinal);

    private SpellingStems()
    {
    }

    /// <summary>In order; empty for a spelling without a word.</summary>
    public IReadOnlyList<string> this[string spelling] => stems[spelling];

    public static SpellingStems Of(IEnumerable<string> spellings)
    {
        var distinct = spellings.Distinct(StringComparer.Ordinal).ToList();
        var text = new StringBuilder();
        var ends = distinct.ConvertAll(spelling => text.Append(spelling).Append('\n').Length);

        var result = new SpellingStems();
        var terms = TextAnalyzer.Analyze(text.ToString());
        var next = 0;
        for (var index = 0; index < distinct.Count; index++)
        {
            var first = next;
            while (next < terms.Count && terms[next].Start < ends[index])
            {
                next++;
            }

            result.stems[distinct[index]] = terms.Skip(first).Take(next - first).Select(term => term.Stem).ToList();
        }

        return result;
    }
}
