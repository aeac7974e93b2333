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

    // From 0.55 to 0.75 the mean over the four public collections changes by a fifth of a point at most.
    private const double LeastShare = 0.6;

    // A beginning like "inter" has a hundred stems; the nearest tell.
    private const int MaxLike = 24;

    /// <summary>The other stems of its family, the nearest first; none for numbers.</summary>
    public static IReadOnlyList<LikeStem> Of(string stem, StemDictionary dictionary)
    {
        if (stem.Length < ShortestBeginning || char.IsAsciiDigit(stem[0]))
        {
            return [];
        }

        var like = new List<LikeStem>();
        foreach (var (other, frequency) in dictionary.BeginningWith(stem[..ShortestBeginning]))
        {
            if (Likeness(stem, other) is var likeness and > 0 && other != stem)
            {
                like.Add(new LikeStem(other, likeness, frequency));
            }
        }

        like.Sort((one, other) => one.Likeness != other.Likeness ? other.Likeness.CompareTo(one.Likeness) : string.CompareOrdinal(one.Stem, other.Stem));
        return like.Count > MaxLike ? like[..MaxLike] : like;
    }

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
