using System.Collections.Frozen;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Retrieval.Analysis;

/// <summary>A text as its stems in order, made to be asked how well a concept stands in it.</summary>
internal sealed class StemText
{
    // Words of one name may stand apart ("Ministers of Foreign Affairs"), which is a little weaker than side by side.
    private const int NearWindow = 3;
    private const double ApartStrength = 0.8;
    private const double PartStrength = 0.5;

    private readonly FrozenDictionary<string, int[]> positions;

    private StemText(IReadOnlyList<string> stems) => positions = stems
        .Select((stem, position) => (stem, position))
        .GroupBy(pair => pair.stem)
        .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.position).ToArray(), StringComparer.Ordinal);

    public static StemText Empty { get; } = new([]);

    /// <summary>The distinct stems.</summary>
    public IReadOnlyCollection<string> Distinct => positions.Keys;

    public static StemText Of(IReadOnlyList<Term> terms) => new(terms.Select(term => term.Stem).ToList());

    public bool Contains(string stem) => positions.ContainsKey(stem);

    /// <summary>0 when the concept is absent, up to 1 when it stands there in the question's own words.</summary>
    public double Strength(QueryConcept concept)
    {
        if (positions.Count == 0)
        {
            return 0;
        }

        var best = 0.0;
        foreach (var form in concept.Forms)
        {
            // A part of the question's own name for a thing may stand for it ("the Council"); a part of a synonym is another thing.
            if (form.Strength > best && (form == concept.Forms[0] || form.Stems.All(Contains)))
            {
                best = Math.Max(best, form.Strength * Presence(form.Stems));
            }
        }

        return best;
    }

    /// <summary>How well one spelling stands there, 0 to 1.</summary>
    public double Presence(IReadOnlyList<string> stems)
    {
        if (stems.Count == 1)
        {
            return Contains(stems[0]) ? 1 : 0;
        }

        var present = stems.Count(Contains);
        if (present < stems.Count)
        {
            return PartStrength * present / stems.Count;
        }

        return StandTogether(stems) ? 1 : ApartStrength;
    }

    private bool StandTogether(IReadOnlyList<string> stems) =>
        positions[stems[0]].Any(start => stems.All(stem => positions[stem].Any(position => Math.Abs(position - start) < stems.Count + NearWindow)));
}
