using CstoBot.Retrieval.Queries;

namespace CstoBot.Retrieval.Ranking;

/// <summary>How much of the question a chunk holds when all that may mean a concept adds up: its spellings, and the words of one family with its own word.</summary>
internal sealed class LikeWords
{
    private readonly QueryWords words;
    private readonly double average;
    private readonly List<((int[] Words, double Likeness)[] Family, double Weight)> families = [];

    public LikeWords(IReadOnlyList<QueryConcept> concepts, QueryWords words, PassageIndex index)
    {
        this.words = words;
        average = index.AverageLength(PassageIndex.TextField);
        foreach (var concept in concepts)
        {
            var family = Family(concept, index).Where(like => like.Frequency > 0).ToList();
            if (family.Count > 0)
            {
                var frequency = Math.Min(index.Chunks.Count, Math.Max(1, family.Sum(like => like.Likeness * like.Frequency)));
                families.Add((
                    family.Select(like => (like.Stems.Select(words.Add).ToArray(), like.Likeness)).ToArray(),
                    Bm25.InverseDocumentFrequency((int)frequency, index.Chunks.Count)));
            }
        }
    }

    /// <summary>In the units of <see cref="Bm25"/>; of the chunk that <see cref="QueryWords"/> read last.</summary>
    /// <param name="length">Of the chunk, in words.</param>
    public double Score(int length)
    {
        var score = 0.0;
        foreach (var (family, weight) in families)
        {
            var occurrences = 0.0;
            foreach (var (stems, likeness) in family)
            {
                occurrences += likeness * WordPlaces.Occurrences(words, stems, 0, length);
            }

            score += Bm25.Score(weight, occurrences, length, average);
        }

        return score;
    }

    private static IEnumerable<(IReadOnlyList<string> Stems, double Likeness, int Frequency)> Family(QueryConcept concept, PassageIndex index)
    {
        foreach (var form in concept.Forms)
        {
            yield return (form.Stems, form.Strength, form.Stems.Min(index.ChunkFrequency));
        }

        if (concept.Forms[0].Stems is [var own])
        {
            foreach (var like in LikeStems.Of(own, index.Stems))
            {
                if (!concept.Forms.Any(form => form.Stems is [var known] && known == like.Stem))
                {
                    yield return ([like.Stem], like.Likeness, like.Frequency);
                }
            }
        }
    }
}
