namespace ModelSandbox.Protocol;

/// <summary>Embeddings without a model: each word's beginning is hashed to a dimension, so that texts sharing words are near each other.</summary>
internal static class HashedWords
{
    private const int StemLength = 5;

    /// <summary>A vector of length 1, the same for the same text everywhere.</summary>
    public static IReadOnlyList<float> VectorOf(string text, int dimensions)
    {
        var vector = new float[dimensions];
        foreach (var word in Words(text))
        {
            var hash = Hash(word);
            vector[hash % (uint)dimensions] += (hash & 0x8000_0000) == 0 ? 1 : -1;
        }

        // A text without words has a direction as well: a vector of zeros has no cosine.
        vector[0] += 0.001f;
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / length)];
    }

    private static IEnumerable<string> Words(string text) =>
        string.Concat(text.ToLowerInvariant().Select(character => char.IsLetterOrDigit(character) ? character : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Length > StemLength ? word[..StemLength] : word);

    /// <summary>FNV-1a.</summary>
    private static uint Hash(string word)
    {
        var hash = 2166136261;
        foreach (var character in word)
        {
            hash = (hash ^ character) * 16777619;
        }

        return hash;
    }
}
