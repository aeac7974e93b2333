namespace CstoBot.Retrieval.Queries;

/// <summary>
/// How far a typed word is from another: Damerau–Levenshtein distance (its restricted form) in which slips that fingers and ears
/// make easily count for less than a whole edit.
/// </summary>
internal static class WordDistance
{
    private const double Edit = 1;

    // Nobody hits a letter at the other end of the keyboard that sounds like nothing of the kind.
    private const double StrangeLetter = 1.2;
    private const double Transposition = 0.6;
    private const double NeighbourKey = 0.6;
    private const double LikeSound = 0.6;
    private const double DoubledLetter = 0.4;

    private static readonly HashSet<(char, char)> LikeSounds = Both("ae ei iy ou oa ck ks sc sz td dt fv vw bp gj ао еи ие тд дт сз зс вф фв бп пб гк кг жш шж шщ ьъ ыи эе йи яе");

    /// <summary>0 for equal words.</summary>
    public static double Between(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        Span<double> before = stackalloc double[word.Length + 1];
        Span<double> above = stackalloc double[word.Length + 1];
        Span<double> row = stackalloc double[word.Length + 1];
        for (var at = 1; at <= word.Length; at++)
        {
            above[at] = above[at - 1] + Gap(word, at - 1);
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = above[0] + Gap(typed, i - 1);
            for (var j = 1; j <= word.Length; j++)
            {
                row[j] = Math.Min(
                    above[j - 1] + Substitution(typed[i - 1], word[j - 1]),
                    Math.Min(above[j] + Gap(typed, i - 1), row[j - 1] + Gap(word, j - 1)));
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + Transposition);
                }
            }

            var oldest = before;
            before = above;
            above = row;
            row = oldest;
        }

        return above[word.Length];
    }

    private static double Gap(ReadOnlySpan<char> word, int at) => at > 0 && word[at - 1] == word[at] ? DoubledLetter : Edit;

    private static double Substitution(char one, char other) => one == other ? 0
        : LikeSounds.Contains((one, other)) ? LikeSound
        : Keyboard.AreNeighbours(one, other) ? NeighbourKey
        : StrangeLetter;

    private static HashSet<(char, char)> Both(string pairs) =>
        pairs.Split(' ').SelectMany(pair => new[] { (pair[0], pair[1]), (pair[1], pair[0]) }).ToHashSet();
}
