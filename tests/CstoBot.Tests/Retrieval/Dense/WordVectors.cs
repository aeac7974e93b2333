using Microsoft.Extensions.AI;

namespace CstoBot.Tests.Retrieval.Dense;

/// <summary>A model that knows some words: those given together mean the same. It can be told to fail.</summary>
internal sealed class WordVectors(params IReadOnlyList<string> meanings) : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly char[] Marks = [' ', '.', '?', '\n', ':'];

    /// <summary>Every text that was asked for, in order.</summary>
    public List<string> Texts { get; } = [];

    public string Name { get; set; } = "words";

    /// <summary>Added to every vector.</summary>
    public int MoreDimensions { get; set; }

    /// <summary>Called with each batch before it is answered.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Changes each vector.</summary>
    public Func<float[], float[]> Spoil { get; set; } = vector => vector;

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        await Before(texts, cancellationToken);
        Texts.AddRange(texts);
        return new(texts.Select(text => new Embedding<float>(Spoil(Vector(text)))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", defaultModelId: Name) : null;

    public void Dispose()
    {
    }

    private float[] Vector(string text)
    {
        var vector = new float[meanings.Count + 1 + MoreDimensions];
        foreach (var word in text.ToLowerInvariant().Split(Marks, StringSplitOptions.RemoveEmptyEntries))
        {
            var meaning = meanings.ToList().FindIndex(words => words.Split(' ').Contains(word));
            vector[meaning < 0 ? meanings.Count : meaning] += meaning < 0 ? 0.01f : 1;
        }

        return vector;
    }
}
