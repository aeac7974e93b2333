using System.Numerics.Tensors;
using CstoBot.Retrieval.Dense;

namespace CstoBot.LanguageModels;

/// <summary>Makes one vector of those of a text's tokens; filling never counts. Pure.</summary>
internal static class TokenPooling
{
    /// <param name="tokens">Row after row, token after token.</param>
    public static IReadOnlyList<float[]> Pool(ReadOnlySpan<float> tokens, TokenBatch batch, int dimensions, VectorPooling pooling)
    {
        var vectors = new float[batch.Rows][];
        for (var row = 0; row < batch.Rows; row++)
        {
            var text = tokens.Slice(row * batch.Width * dimensions, batch.Width * dimensions);
            vectors[row] = pooling == VectorPooling.Cls ? text[..dimensions].ToArray() : Mean(text, batch.Mask.AsSpan(row * batch.Width, batch.Width), dimensions);
        }

        return vectors;
    }

    private static float[] Mean(ReadOnlySpan<float> tokens, ReadOnlySpan<long> mask, int dimensions)
    {
        var sum = new float[dimensions];
        for (var place = 0; place < mask.Length; place++)
        {
            if (mask[place] != 0)
            {
                TensorPrimitives.Add(sum, tokens.Slice(place * dimensions, dimensions), sum);
            }
        }

        TensorPrimitives.Divide(sum, TensorPrimitives.Sum<long>(mask), sum);
        return sum;
    }
}
