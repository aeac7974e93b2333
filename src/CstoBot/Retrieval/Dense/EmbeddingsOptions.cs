using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.Retrieval.Dense;

/// <summary>The model that turns texts into vectors: one behind an endpoint, or a file on this machine. Neither is set: no vectors.</summary>
internal sealed class EmbeddingsOptions : IValidatableObject
{
    public const string Section = "Embeddings";

    /// <summary>The base address of an OpenAI-compatible server, <c>/v1</c> included.</summary>
    public string? Endpoint { get; set; }

    /// <summary>A secret: from the environment or user secrets only, and never in a message. Null for servers that need none.</summary>
    public string? Key { get; set; }

    /// <summary>What the endpoint calls the model.</summary>
    public string? Name { get; set; }

    /// <summary>Asked of an endpoint that can shorten its vectors, and checked. Null: as many as the model gives.</summary>
    [Range(1, 16_384)]
    public int? Dimensions { get; set; }

    /// <summary>The path of an <c>.onnx</c> file; relative to the working directory.</summary>
    public string? Model { get; set; }

    /// <summary>The path of the file's vocabulary: a <c>.txt</c> of word pieces, or a SentencePiece <c>.model</c>.</summary>
    public string? Tokenizer { get; set; }

    /// <summary>How the vectors of a text's tokens become one; as the model was trained.</summary>
    public VectorPooling Pooling { get; set; } = VectorPooling.Mean;

    /// <summary>A text's tokens beyond these are left out by a model file.</summary>
    [Range(8, 8_192)]
    public int MaxTokens { get; set; } = 512;

    /// <summary>What some models want before a question, for example <c>"query: "</c>.</summary>
    public string QueryPrefix { get; set; } = string.Empty;

    /// <summary>What some models want before a text to be found, for example <c>"passage: "</c>.</summary>
    public string DocumentPrefix { get; set; } = string.Empty;

    /// <summary>How many texts go to the model at once.</summary>
    [Range(1, 2_048)]
    public int BatchSize { get; set; } = 32;

    /// <summary>How long one batch may take at the endpoint.</summary>
    [Range(1, 3_600)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>How long a question waits for its vector before it is answered without.</summary>
    [Range(0.1, 60)]
    public double QuestionTimeoutSeconds { get; set; } = 3;

    public bool UsesEndpoint => IsSet(Endpoint);

    public bool IsConfigured => UsesEndpoint || IsSet(Model);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Faults().Select(fault => new ValidationResult(fault));

    private IEnumerable<string> Faults()
    {
        if (UsesEndpoint && IsSet(Model))
        {
            yield return "Embeddings:Endpoint and Embeddings:Model are both set: choose an endpoint or a file.";
        }

        foreach (var fault in UsesEndpoint ? EndpointFaults() : IsSet(Model) ? FileFaults() : LonelyFaults())
        {
            yield return fault;
        }
    }

    private IEnumerable<string> EndpointFaults()
    {
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return "Embeddings:Endpoint must be an http or https address, for example http://localhost:11434/v1.";
        }

        if (!IsSet(Name))
        {
            yield return "Embeddings:Name is missing: the name of the model at Embeddings:Endpoint.";
        }

        if (Key?.Any(character => !char.IsAscii(character) || char.IsControl(character)) == true)
        {
            yield return "Embeddings:Key holds characters that no key has.";
        }
    }

    private IEnumerable<string> FileFaults()
    {
        if (!File.Exists(Model))
        {
            yield return $"Embeddings:Model does not exist: {Model}";
        }

        if (!IsSet(Tokenizer))
        {
            yield return "Embeddings:Tokenizer is missing: the vocabulary (vocab.txt, or sentencepiece.bpe.model) that belongs to Embeddings:Model.";
        }
        else if (Path.GetExtension(Tokenizer) is not (".txt" or ".model"))
        {
            yield return "Embeddings:Tokenizer must be a .txt of word pieces or a SentencePiece .model.";
        }
        else if (!File.Exists(Tokenizer))
        {
            yield return $"Embeddings:Tokenizer does not exist: {Tokenizer}";
        }
    }

    private IEnumerable<string> LonelyFaults()
    {
        if (IsSet(Name) || IsSet(Key))
        {
            yield return "Embeddings:Name or Embeddings:Key is set, but Embeddings:Endpoint is not.";
        }

        if (IsSet(Tokenizer))
        {
            yield return "Embeddings:Tokenizer is set, but Embeddings:Model is not.";
        }
    }

    private static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value);
}

/// <summary>How the vectors of a text's tokens become one.</summary>
internal enum VectorPooling
{
    /// <summary>Their average.</summary>
    Mean,

    /// <summary>That of the first token, which stands for the whole text.</summary>
    Cls,
}

[OptionsValidator]
internal sealed partial class EmbeddingsOptionsValidator : IValidateOptions<EmbeddingsOptions>;
