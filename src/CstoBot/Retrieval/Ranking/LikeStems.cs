namespace CstoBot.Retrieval.Ranking;

/// <summary>
/// The stems that begin as another does and so are likely of its family: "производств" and "производ", "immuniz" and "immunolog". Stemmers
/// take inflection off and leave derivation, which is rich in Russian and in the words of science. The measure is Dice's, of the common
/// beginning; compare Majumder et al., "YASS: Yet Another Suffix Stripper" (2007). Pure.
/// </summary>
internal static class LikeStems
{
    /// <summary>Fewer characters in common are chance.</summary>
    public const int ShortestBeginning = 4;

    // From 0.5 to 0.8 the four public collections agree to a tenth of a point.
    private const double LeastShare = 0.6;

    // A beginning like "inter" has a hundred stems; the nearest tell.
    private const int MaxLike = 24;

    /// <summary>The other stems of its family, the nearest first; none for numbers.</summary>
    public static IEnumerable<LikeStem> Of(string stem, StemDictionary dictionary) => stem.Length < ShortestBeginning || char.IsAsciiDigit(stem[0])
        ? []
        : dictionary.BeginningWith(stem[..ShortestBeginning])
            .Select(entry => new LikeStem(entry.Stem, Likeness(stem, entry.Stem), entry.Frequency))
            .Where(other => other.Likeness > 0 && other.Stem != stem)
            .OrderByDescending(other => other.Likeness)
            .ThenBy(other => other.Stem, StringComparer.Ordinal)
            .Take(MaxLike);

    /// <summary>0 for stems that begin differently, 1 for the same: the square of the share of both that is their common beginning.</summary>
    public static double Likeness(string one, string other)
    {
        var common = one.AsSpan().CommonPrefixLength(other);
        var share = 2.0 * common / (one.Length + other.Length);
        return common >= ShortestBeginning && share >= LeastShare ? share * share : 0;
    }
}

/// <summary>A stem of the vocabulary that may be of the same family as a question's.</summary>
/// <param name="Likeness">Above 0, up to 1: how much it counts beside the question's own.</param>
/// <param name="Frequency">In how many chunks it stands.</param>
internal readonly record struct LikeStem(string Stem, double Likeness, int Frequency);
