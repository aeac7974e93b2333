namespace CstoBot.Retrieval;

/// <summary>How strongly a line of the glossary ties its spellings together.</summary>
internal enum GlossaryTie
{
    /// <summary>One thing under several names: a body, a person, a country. An answer must be about it.</summary>
    Name,

    /// <summary>Words of one meaning, in one or several languages.</summary>
    Term,

    /// <summary>Words that are near in this field; weak evidence.</summary>
    Related,

    /// <summary>A sort of things ("country") and its members: a text that names a member speaks of the sort, not the other way round.</summary>
    Kind,
}

/// <summary>One spelling, as stems in order.</summary>
internal sealed record GlossaryForm(IReadOnlyList<string> Stems);

/// <summary>One line of the glossary.</summary>
/// <param name="Keys">The spellings by which a question finds the line.</param>
/// <param name="Forms">The spellings it is then searched for.</param>
internal sealed record GlossaryEntry(GlossaryTie Tie, IReadOnlyList<GlossaryForm> Keys, IReadOnlyList<GlossaryForm> Forms);

/// <summary>Names, abbreviations, spellings and translations; finds the entries that a text's words match. Immutable.</summary>
internal sealed class Glossary
{
    private readonly Dictionary<string, List<(GlossaryEntry Entry, GlossaryForm Form)>> byFirstStem = new(StringComparer.Ordinal);

    public Glossary(IReadOnlyList<GlossaryEntry> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var form in entry.Keys)
            {
                if (!byFirstStem.TryGetValue(form.Stems[0], out var list))
                {
                    byFirstStem[form.Stems[0]] = list = [];
                }

                list.Add((entry, form));
            }
        }
    }

    public static Glossary Empty { get; } = new([]);

    /// <summary>The entries whose spelling begins at this word, those with the longest spelling only; empty when there are none.</summary>
    /// <param name="length">How many words that spelling has; 0 when there is none.</param>
    public IReadOnlyList<GlossaryEntry> LongestAt(IReadOnlyList<Term> terms, int index, out int length)
    {
        var matches = Matches(terms, index);
        var longest = matches.Select(match => match.Form.Stems.Count).DefaultIfEmpty(0).Max();
        length = longest;
        return matches.Where(match => match.Form.Stems.Count == longest).Select(match => match.Entry).Distinct().ToList();
    }

    private List<(GlossaryEntry Entry, GlossaryForm Form)> Matches(IReadOnlyList<Term> terms, int index) =>
        byFirstStem.TryGetValue(terms[index].Stem, out var candidates)
            ? candidates.FindAll(candidate => StandsAt(terms, index, candidate.Form.Stems))
            : [];

    private static bool StandsAt(IReadOnlyList<Term> terms, int index, IReadOnlyList<string> stems)
    {
        if (index + stems.Count > terms.Count)
        {
            return false;
        }

        for (var offset = 0; offset < stems.Count; offset++)
        {
            if (terms[index + offset].Stem != stems[offset])
            {
                return false;
            }
        }

        return true;
    }
}
