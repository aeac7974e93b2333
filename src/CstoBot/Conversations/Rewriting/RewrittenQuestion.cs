namespace CstoBot.Conversations.Rewriting;

/// <summary>A question as the language model understands the conversation.</summary>
/// <param name="Text">Can be understood alone.</param>
/// <param name="Queries">What else to search for, in the languages of the documents; may be empty.</param>
internal sealed record RewrittenQuestion(string Text, IReadOnlyList<string> Queries);
