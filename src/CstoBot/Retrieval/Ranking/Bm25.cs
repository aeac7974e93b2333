namespace CstoBot.Retrieval.Ranking;

/// <summary>
/// The weight of a word in a field as Lucene's BM25 has it, with its defaults (Robertson and Zaragoza, "The Probabilistic Relevance
/// Framework", 2009), and with the field's true length in place of Lucene's rounded one.
/// </summary>
internal static class Bm25
{
    public const float K1 = 1.2f;
    public const float B = 0.75f;

    public static double InverseDocumentFrequency(int frequency, int count) => Math.Log(1 + ((count - frequency + 0.5) / (frequency + 0.5)));

    /// <summary>0 where the word is absent, rising towards <paramref name="weight"/> times K1 + 1 the more often it stands there.</summary>
    /// <param name="occurrences">How often it stands in the field; a fraction for words that stand apart.</param>
    /// <param name="length">Of the field, in words.</param>
    /// <param name="average">Length of the field in all chunks.</param>
    public static double Score(double weight, double occurrences, int length, double average) =>
        occurrences == 0 ? 0 : weight * (K1 + 1) * occurrences / (occurrences + (K1 * (1 - B + (B * length / average))));
}
