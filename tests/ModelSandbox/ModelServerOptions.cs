namespace ModelSandbox;

/// <summary>What the scripted server is like.</summary>
internal sealed record ModelServerOptions
{
    /// <summary>Must come as <c>Authorization: Bearer …</c>; null: no key is asked for, as local servers do.</summary>
    public string? Key { get; init; } = "sk-test-0123456789";

    /// <summary>Names of chat models; any other is not found.</summary>
    public IReadOnlyList<string> Models { get; init; } = ["scripted"];

    public string EmbeddingModel { get; init; } = "scripted-embeddings";

    /// <summary>Of an embedding, unless fewer are asked for.</summary>
    public int Dimensions { get; init; } = 64;

    /// <summary>Prompt and answer together, in tokens of four bytes.</summary>
    public int ContextTokens { get; init; } = 128_000;

    /// <summary>False: <c>response_format</c> of type <c>json_schema</c> is refused, as some servers do.</summary>
    public bool SupportsSchema { get; init; } = true;

    /// <summary>For delays.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
