namespace CstoBot.Retrieval.Analysis;

/// <summary>
/// A word in 32 bits: 24 of its stem's hash, then 8 of its exact form's. Two stems share their bits once in 16 million pairs; two
/// forms are compared only where the stems agree, so 8 bits tell them apart well enough for a weak signal. The same in every process.
/// </summary>
internal static class WordId
{
    private const int ExactBits = 8;

    public static uint Of(string exact, string stem) => OfStem(stem) << ExactBits | OfExact(exact);

    /// <summary>Of a stem alone: 24 bits.</summary>
    public static uint OfStem(string stem) => Hash(stem) >> ExactBits;

    /// <summary>The 24 bits of the stem.</summary>
    public static uint Stem(uint word) => word >> ExactBits;

    private static uint OfExact(string exact) => Hash(exact) >> (32 - ExactBits);

    // FNV-1a over UTF-16 units, its bits mixed once more (the finalizer of MurmurHash3), since the upper ones are used.
    private static uint Hash(string text)
    {
        var hash = 2_166_136_261u;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16_777_619u;
        }

        hash = (hash ^ hash >> 16) * 0x85EB_CA6Bu;
        hash = (hash ^ hash >> 13) * 0xC2B2_AE35u;
        return hash ^ hash >> 16;
    }
}
