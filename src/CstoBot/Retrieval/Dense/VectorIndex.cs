using System.Numerics.Tensors;

namespace CstoBot.Retrieval.Dense;

/// <summary>The vectors of a corpus version's chunks, a row each; every search compares all of them, so nothing near is missed. Immutable.</summary>
internal sealed class VectorIndex
{
    private readonly float[] rows;
    private readonly int dimensions;

    private VectorIndex(float[] rows, int dimensions)
    {
        this.rows = rows;
        this.dimensions = dimensions;
    }

    public int Count => rows.Length / dimensions;

    /// <param name="vectors">In the order of the chunks; never empty, of length 1, all of one dimension.</param>
    /// <exception cref="EmbeddingFailedException">They are more than one array holds.</exception>
    public static VectorIndex Of(IReadOnlyList<float[]> vectors)
    {
        var dimensions = vectors[0].Length;
        if ((long)vectors.Count * dimensions > Array.MaxLength)
        {
            throw new EmbeddingFailedException($"{vectors.Count} vectors of {dimensions} dimensions are too many to be searched in memory");
        }

        var rows = new float[vectors.Count * dimensions];
        for (var number = 0; number < vectors.Count; number++)
        {
            vectors[number].CopyTo(rows, number * dimensions);
        }

        return new VectorIndex(rows, dimensions);
    }

    /// <summary>The numbers of the chunks whose vectors have the highest cosine with this one, best first, of equals the earlier chunk.</summary>
    /// <param name="vector">Of length 1.</param>
    /// <exception cref="EmbeddingFailedException">The vector is of another dimension.</exception>
    public IReadOnlyList<int> Nearest(ReadOnlySpan<float> vector, int top)
    {
        if (vector.Length != dimensions)
        {
            throw new EmbeddingFailedException($"the model gave a question {vector.Length} dimensions, and the documents {dimensions}");
        }

        var best = new PriorityQueue<int, (float Cosine, int Earlier)>();
        for (var number = 0; number < Count; number++)
        {
            var rank = (TensorPrimitives.Dot(rows.AsSpan(number * dimensions, dimensions), vector), -number);
            if (best.Count < top)
            {
                best.Enqueue(number, rank);
            }
            else
            {
                best.EnqueueDequeue(number, rank);
            }
        }

        return WorstFirst(best).Reverse().ToList();
    }

    private static IEnumerable<int> WorstFirst(PriorityQueue<int, (float Cosine, int Earlier)> queue)
    {
        while (queue.TryDequeue(out var number, out _))
        {
            yield return number;
        }
    }
}
