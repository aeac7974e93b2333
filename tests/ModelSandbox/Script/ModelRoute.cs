namespace ModelSandbox.Script;

/// <summary>What of the interface was called.</summary>
internal enum ModelRoute
{
    /// <summary>Nothing that there is.</summary>
    Unknown,

    Chat,

    Embeddings,

    Models,
}
