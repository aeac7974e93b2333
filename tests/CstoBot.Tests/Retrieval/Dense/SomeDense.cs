using CstoBot.Retrieval.Dense;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace CstoBot.Tests.Retrieval.Dense;

/// <summary>The search by meaning over fakes.</summary>
internal sealed class SomeDense(IEmbeddingGenerator<string, Embedding<float>> model)
{
    /// <summary>Without a model; whoever asks for one fails the test.</summary>
    public static DenseSearch Off => Search(
        new Lazy<IEmbeddingGenerator<string, Embedding<float>>>(() => throw new InvalidOperationException("No model is configured.")),
        new EmbeddingsOptions(), new KeptVectors(), TimeProvider.System, new CollectingLogs());

    public KeptVectors Store { get; init; } = new();

    public CollectingLogs Logs { get; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public EmbeddingsOptions Settings { get; init; } = new() { Endpoint = "http://127.0.0.1/v1", Name = "words", BatchSize = 2 };

    public DenseSearch Search() => Search(new(() => model), Settings, Store, Time, Logs);

    private static DenseSearch Search(
        Lazy<IEmbeddingGenerator<string, Embedding<float>>> generator, EmbeddingsOptions settings, IVectorStore store, TimeProvider time, CollectingLogs logs)
    {
        var options = Options.Create(settings);
        var model = new EmbeddingModel(generator, options);
        return new DenseSearch(model, new VectorBuilder(model, store, time, new LoggerOf<VectorBuilder>(logs)), options, time, new LoggerOf<DenseSearch>(logs));
    }
}

/// <summary>A store that outlives the search, as a file does.</summary>
internal sealed class KeptVectors : IVectorStore
{
    private string? identity;
    private Dictionary<TextKey, float[]> vectors = [];

    public bool Keeps { get; init; } = true;

    public IReadOnlyDictionary<TextKey, float[]> Vectors => vectors;

    public Dictionary<TextKey, float[]> Read(string modelIdentity) => modelIdentity == identity ? new(vectors) : [];

    public void Write(string modelIdentity, IReadOnlyDictionary<TextKey, float[]> vectors) => (identity, this.vectors) = (modelIdentity, new(vectors));
}
