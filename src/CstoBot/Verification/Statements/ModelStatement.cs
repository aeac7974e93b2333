namespace CstoBot.Verification.Statements;

/// <summary>What a model would say; nothing of it is shown before it is verified.</summary>
/// <param name="Quotes">What it says it has that from; empty when it gives nothing.</param>
internal sealed record ModelStatement(string Text, IReadOnlyList<ModelQuote> Quotes);

/// <param name="Passage">The number of the passage; 0 when the model gives none.</param>
internal sealed record ModelQuote(int Passage, string Words);
