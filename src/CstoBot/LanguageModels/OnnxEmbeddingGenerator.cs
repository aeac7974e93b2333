using System.Security.Cryptography;
using CstoBot.Retrieval.Dense;
using Microsoft.Extensions.AI;

namespace CstoBot.LanguageModels;

/// <summary>Vectors from a model file on this machine.</summary>
internal sealed class OnnxEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly OnnxSentenceModel model;
    private readonly ITokenEncoder encoder;
    private readonly EmbeddingsOptions options;
    private readonly EmbeddingGeneratorMetadata metadata;

    private OnnxEmbeddingGenerator(OnnxSentenceModel model, ITokenEncoder encoder, EmbeddingsOptions options, string name)
    {
        this.model = model;
        this.encoder = encoder;
        this.options = options;
        metadata = new EmbeddingGeneratorMetadata("onnx", defaultModelId: name);
    }

    /// <exception cref="StartupException">A file is not what its setting says.</exception>
    public static OnnxEmbeddingGenerator Open(EmbeddingsOptions options)
    {
        var (modelPath, tokenizerPath) = (options.Model ?? string.Empty, options.Tokenizer ?? string.Empty);
        var encoder = Opened("Embeddings:Tokenizer", tokenizerPath, path => Encoder(path));
        var model = Opened("Embeddings:Model", modelPath, OnnxSentenceModel.Open);

        // Whatever changes the vectors is in the name, so that other ones are not taken for these.
        var name = $"{Path.GetFileName(modelPath)} ({Fingerprint(modelPath)}, {Fingerprint(tokenizerPath)}, {options.Pooling}, {options.MaxTokens})";
        return new OnnxEmbeddingGenerator(model, encoder, options, name);
    }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) => Task.Run(
            () =>
            {
                var texts = values.Select(text => encoder.Encode(text, this.options.MaxTokens)).ToList();
                return texts.Count == 0 ? [] : new GeneratedEmbeddings<Embedding<float>>(model
                    .Run(TokenBatch.Of(texts, encoder.Padding), this.options.Pooling, cancellationToken)
                    .Select(vector => new Embedding<float>(vector)));
            },
            cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose() => model.Dispose();

    private static ITokenEncoder Encoder(string path) =>
        Path.GetExtension(path) == ".model" ? SentencePieceEncoder.Open(path) : WordPieceEncoder.Open(path);

    /// <summary>The readers of such files say in many ways that a file is something else.</summary>
    private static T Opened<T>(string setting, string path, Func<string, T> open)
    {
        try
        {
            return open(path);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new StartupException($"{setting} cannot be used: {path}: {exception.Message.Split('\n')[0]}", exception);
        }
    }

    /// <summary>Eight hex digits of the file's SHA-256.</summary>
    private static string Fingerprint(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file))[..8];
    }
}
