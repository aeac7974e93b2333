using System.Globalization;
using System.Numerics.Tensors;
using CstoBot.Ingestion;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace CstoBot.Retrieval.Dense;

/// <summary>The configured model as retrieval uses it: vectors of length 1, checked. Nothing is loaded before the first use.</summary>
internal sealed class EmbeddingModel(Lazy<IEmbeddingGenerator<string, Embedding<float>>> generator, IOptions<EmbeddingsOptions> options)
{
    // A question has no need to be longer than what it is compared with.
    private const int MaxQuestionLength = Chunker.TargetLength;

    public bool IsConfigured => options.Value.IsConfigured;

    public int BatchSize => options.Value.BatchSize;

    /// <summary>What a person calls the model.</summary>
    /// <exception cref="StartupException">The model's files cannot be used.</exception>
    public string Name => generator.Value.GetService<EmbeddingGeneratorMetadata>()?.DefaultModelId ?? "unnamed";

    /// <summary>Two models with the same identity give the same vector for the same text.</summary>
    public string Identity => string.Join('\n', Name, options.Value.Dimensions?.ToString(CultureInfo.InvariantCulture), options.Value.DocumentPrefix);

    /// <summary>The vectors of texts to be found, in their order and all of one dimension.</summary>
    /// <exception cref="EmbeddingFailedException">There are none to be had now.</exception>
    public Task<IReadOnlyList<float[]>> DocumentsAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        VectorsAsync([.. texts.Select(text => options.Value.DocumentPrefix + text)], cancellationToken);

    /// <exception cref="EmbeddingFailedException">There is none to be had now.</exception>
    public async Task<float[]> QuestionAsync(string text, CancellationToken cancellationToken)
    {
        var cut = text.Length <= MaxQuestionLength ? text : text[..(char.IsHighSurrogate(text[MaxQuestionLength - 1]) ? MaxQuestionLength - 1 : MaxQuestionLength)];
        return (await VectorsAsync([options.Value.QueryPrefix + cut], cancellationToken))[0];
    }

    private async Task<IReadOnlyList<float[]>> VectorsAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var wanted = options.Value.Dimensions;
        var embeddings = await generator.Value.GenerateAsync(
            texts, wanted is null ? null : new EmbeddingGenerationOptions { Dimensions = wanted }, cancellationToken);
        if (embeddings.Count != texts.Count)
        {
            throw new EmbeddingFailedException($"the model gave {embeddings.Count} vectors for {texts.Count} texts");
        }

        var dimensions = wanted ?? embeddings[0].Vector.Length;
        return embeddings.Select(embedding => Checked(embedding.Vector.Span, dimensions)).ToList();
    }

    private static float[] Checked(ReadOnlySpan<float> vector, int dimensions)
    {
        if (vector.Length != dimensions || dimensions == 0)
        {
            throw new EmbeddingFailedException($"the model gave a vector of {vector.Length} dimensions instead of {dimensions}");
        }

        var length = TensorPrimitives.Norm(vector);
        if (!float.IsFinite(length) || length == 0)
        {
            throw new EmbeddingFailedException("the model gave a vector without a direction");
        }

        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, length, unit);
        return unit;
    }
}
