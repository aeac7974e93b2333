namespace ModelSandbox.Prompts;

/// <summary>What is asked of the model.</summary>
internal enum PromptKind
{
    /// <summary>No prompt of the program, as far as can be told.</summary>
    Unknown,

    Answer,

    StandaloneQuestion,

    Entailment,
}
