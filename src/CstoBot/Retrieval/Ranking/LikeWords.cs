namespace CstoBot.Retrieval.Ranking;

/// <summary>How much of the question a chunk holds when words of one family count for each other, the less alike the less.</summary>
internal sealed class LikeWords
{
    private readonly QueryWords words;
    private readonly double average;
    private readonly List<((int Word, double Likeness)[] Family, double Weight)> families = [];

    public LikeWords(IEnumerable<string> stems, QueryWords words, PassageIndex index)
    {
        this.words = words;
        average = index.AverageLength(PassageIndex.TextField);
        foreach (var stem in stems)
        {
            var family = LikeStems.Of(stem, index.ChunkFrequency(stem), index.Vocabulary);
            var frequency = Math.Min(index.Chunks.Count, Math.Max(1, family.Sum(like => like.Likeness * like.Frequency)));
            families.Add((
                family.Where(like => like.Frequency > 0).Select(like => (words.Add(like.Stem), like.Likeness)).ToArray(),
                Bm25.InverseDocumentFrequency((int)frequency, index.Chunks.Count)));
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
            foreach (var (word, likeness) in family)
            {
                occurrences += likeness * words.Places(word).Count;
            }

            score += Bm25.Score(weight, occurrences, length, average);
        }

        return score;
    }
}
