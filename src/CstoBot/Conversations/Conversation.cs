namespace CstoBot.Conversations;

/// <summary>One question as the answering stages see it: what was asked, and what this person asked before.</summary>
/// <param name="Question">What the user wrote, trimmed; never empty.</param>
/// <param name="History">The user's earlier questions of the same conversation, oldest first; empty when there are none.</param>
/// <param name="LanguageCode">The user's interface language (IETF tag, as Telegram gives it); null when unknown.
/// Used only when the question itself shows no language.</param>
/// <param name="Language">What the reply is to be framed in, whatever the question is written in; null to follow the question.</param>
internal sealed record Conversation(string Question, IReadOnlyList<string> History, string? LanguageCode = null, Language? Language = null);
