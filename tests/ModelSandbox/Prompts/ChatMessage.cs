namespace ModelSandbox.Prompts;

/// <summary>One message of a request; text parts are joined.</summary>
internal sealed record ChatMessage(string Role, string Text);
