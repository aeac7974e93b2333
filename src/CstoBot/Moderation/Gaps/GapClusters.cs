namespace CstoBot.Moderation.Gaps;

/// <summary>
/// Puts questions together that ask of the same: each joins the gap it is most like, the known ones first, or founds one. What comes later never
/// moves an earlier question, so that a gap stays what it was. Pure; the order of the input does not matter.
/// </summary>
internal static class GapClusters
{
    /// <summary>Two of three terms: one question may say one thing more than another of two, but not another thing instead.</summary>
    public const double LeastLikeness = 0.66;

    /// <param name="questions">Each with its terms.</param>
    /// <param name="known">By number; one that no question joins is not in the result.</param>
    /// <returns>Every question is in exactly one of them. What most people asked for first, then what was asked last.</returns>
    public static IReadOnlyList<Gap> Of(IReadOnlyList<(AbstainedQuestion Question, GapTerms Terms)> questions, IReadOnlyList<StoredGap> known)
    {
        var leaders = new Leaders(questions.Select(item => item.Terms).Concat(known.Select(gap => gap.Terms)));
        foreach (var gap in known.OrderBy(gap => gap.Number))
        {
            leaders.Add(gap, gap.Terms);
        }

        foreach (var (question, terms) in questions.OrderBy(item => item.Question.Id))
        {
            (leaders.NearestOrNull(terms) ?? leaders.Add(stored: null, terms)).Questions.Add(question);
        }

        return
        [
            .. leaders.All.Where(leader => leader.Questions.Count > 0)
                .Select(leader => new Gap(leader.Stored, leader.Terms, leader.Questions))
                .OrderByDescending(gap => gap.People)
                .ThenByDescending(gap => gap.Last)
                .ThenBy(gap => gap.Questions[0].Id),
        ];
    }

    private sealed record Leader(int Place, StoredGap? Stored, GapTerms Terms, List<AbstainedQuestion> Questions);

    /// <summary>
    /// The gaps so far, found by their rarest terms: two sets of which so large a share is common have one of the first terms of both in common,
    /// when both are in one order (prefix filtering, Chaudhuri et al. 2006). So hardly any pair is compared.
    /// </summary>
    private sealed class Leaders(IEnumerable<GapTerms> all)
    {
        private readonly Dictionary<string, int> frequencies = all.SelectMany(terms => terms.All).CountBy(term => term).ToDictionary(StringComparer.Ordinal);
        private readonly Dictionary<string, Leader> byKey = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<Leader>> byTerm = new(StringComparer.Ordinal);

        public List<Leader> All { get; } = [];

        public Leader Add(StoredGap? stored, GapTerms terms)
        {
            var leader = new Leader(All.Count, stored, terms, []);
            All.Add(leader);
            byKey.TryAdd(terms.Key, leader);
            foreach (var term in Rarest(terms))
            {
                if (!byTerm.TryGetValue(term, out var list))
                {
                    byTerm[term] = list = [];
                }

                list.Add(leader);
            }

            return leader;
        }

        /// <summary>Of several equally like the first.</summary>
        public Leader? NearestOrNull(GapTerms terms)
        {
            if (byKey.TryGetValue(terms.Key, out var same))
            {
                return same;
            }

            Leader? nearest = null;
            var best = LeastLikeness;
            foreach (var term in Rarest(terms))
            {
                foreach (var leader in byTerm.GetValueOrDefault(term) ?? [])
                {
                    var likeness = leader.Terms.LikenessTo(terms);
                    if (likeness > best || (likeness == best && (nearest is null || leader.Place < nearest.Place)))
                    {
                        (nearest, best) = (leader, likeness);
                    }
                }
            }

            return nearest;
        }

        private IEnumerable<string> Rarest(GapTerms terms) => terms.All
            .OrderBy(term => frequencies[term])
            .ThenBy(term => term, StringComparer.Ordinal)
            .Take(terms.All.Count - (int)Math.Ceiling(LeastLikeness * terms.All.Count) + 1);
    }
}
