namespace ModelSandbox.Prompts;

/// <summary>A passage as the prompt shows it: its header's lines (null where there is none) and its text.</summary>
internal sealed record ShownPassage(
    int Number,
    string? Title,
    string? Publisher,
    string? Date,
    string? Section,
    string? Speaker,
    string Text);
