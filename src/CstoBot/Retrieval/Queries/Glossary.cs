using CstoBot.Retrieval.Analysis;

namespace CstoBot.Retrieval.Queries;

/// <summary>How strongly a line of the glossary ties its spellings together.</summary>
internal enum GlossaryTie
{
    /// <summary>One thing under several names: a body, a person, a country. An answer must be about it.</summary>
    Name,

    /// <summary>Words of one meaning, in one or several languages.</summary>
    Term,

    /// <summary>Words that are near in this field; weak evidence.</summary>
    Related,

    /// <summary>A word that people ask with and what documents write instead; weak evidence, in this direction only.</summary>
    Hint,

    /// <summary>A sort of things ("country") and its members: a text that names a member speaks of the sort, not the other way round.</summary>
    Kind,

    /// <summary>Words that exclude each other ("leave", "remain a member"): what a question takes for granted may be denied by the other.</summary>
    Opposite,
}

/// <summary>One spelling, as stems in order.</summary>
internal sealed record GlossaryForm(IReadOnlyList<string> Stems);

/// <summary>One line of the glossary.</summary>
/// <param name="Keys">The spellings by which a question finds the line.</param>
/// <param name="Forms">The spellings it is then searched for.</param>
internal sealed record GlossaryEntry(GlossaryTie Tie, IReadOnlyList<GlossaryForm> Keys, IReadOnlyList<GlossaryForm> Forms)
{
    /// <summary>The keys as the glossary writes them, to be shown.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];
}

/// <summary>Names, abbreviations, spellings and translations; finds the entries that a text's words match. Immutable.</summary>
internal sealed class Glossary
{
    // Words that share a form share this many letters at least; shorter words are their own bucket.
    private const int BucketLength = 5;

    // Russian stemming leaves one or two letters of some endings ("афганиста" and "афганистан" of one word).
    private const int MaxEnding = 2;

    private readonly Dictionary<string, List<(GlossaryEntry Entry, GlossaryForm Form)>> buckets = new(StringComparer.Ordinal);

    private readonly HashSet<string> exact;
    private readonly HashSet<string> stems;

    /// <param name="words">The words of all spellings, those inside longer ones too.</param>
    public Glossary(IReadOnlyList<GlossaryEntry> entries, IEnumerable<Term> words)
    {
        var distinct = words.ToList();
        Words = distinct.Where(word => !word.IsNumber).DistinctBy(word => word.Exact).ToList();
        exact = Words.Select(word => word.Exact).ToHashSet(StringComparer.Ordinal);
        stems = distinct.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var form in entry.Keys)
            {
                var bucket = Bucket(form.Stems[0]);
                if (!buckets.TryGetValue(bucket, out var list))
                {
                    buckets[bucket] = list = [];
                }

                list.Add((entry, form));
            }
        }
    }

    public static Glossary Empty { get; } = new([], []);

    /// <summary>The words of all spellings, each exact form once.</summary>
    public IReadOnlyList<Term> Words { get; }

    /// <summary>Whether the word stands in any spelling, in some form.</summary>
    public bool Knows(Term word) => exact.Contains(word.Exact) || stems.Contains(word.Stem) || Matches([word], 0).Count > 0;

    /// <summary>The entries whose spelling begins at this word, those with the longest spelling only; empty when there are none.</summary>
    /// <param name="length">How many words that spelling has; 0 when there is none.</param>
    public IReadOnlyList<GlossaryEntry> LongestAt(IReadOnlyList<Term> terms, int index, out int length)
    {
        var matches = Matches(terms, index);
        var longest = matches.Select(match => match.Form.Stems.Count).DefaultIfEmpty(0).Max();
        length = longest;
        return matches.Where(match => match.Form.Stems.Count == longest).Select(match => match.Entry).Distinct().ToList();
    }

    private List<(GlossaryEntry Entry, GlossaryForm Form)> Matches(IReadOnlyList<Term> terms, int index)
    {
        if (!buckets.TryGetValue(Bucket(terms[index].Stem), out var candidates))
        {
            return [];
        }

        var exact = candidates.FindAll(candidate => StandsAt(terms, index, candidate.Form.Stems, (word, stem) => word.Stem == stem));
        return exact.Count > 0 ? exact : candidates.FindAll(candidate => StandsAt(terms, index, candidate.Form.Stems, IsSameWord));
    }

    private static bool StandsAt(IReadOnlyList<Term> terms, int index, IReadOnlyList<string> stems, Func<Term, string, bool> same)
    {
        if (index + stems.Count > terms.Count)
        {
            return false;
        }

        for (var offset = 0; offset < stems.Count; offset++)
        {
            if (!same(terms[index + offset], stems[offset]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether a word may be of a Russian stem although its own stem is another: the stemmer took too much of it ("афганиста" of
    /// "афганистан") or too little. English stems must be equal.
    /// </summary>
    private static bool IsSameWord(Term word, string stem)
    {
        var shared = word.Stem.AsSpan().CommonPrefixLength(stem);
        return shared >= BucketLength
            && Math.Max(word.Stem.Length, stem.Length) - shared <= MaxEnding
            && (word.Stem.Length == shared ? word.Exact.StartsWith(stem, StringComparison.Ordinal) : stem.Length == shared)
            && stem[0] is >= 'а' and <= 'я'
            || word.Stem == stem;
    }

    private static string Bucket(string stem) => stem.Length <= BucketLength ? stem : stem[..BucketLength];
}
