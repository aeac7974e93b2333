using CstoBot.Ingestion;

namespace CstoBot.Verification;

/// <summary>What a composer proposes; nothing of it is shown before it is verified.</summary>
/// <param name="Lead">A fixed phrase before the statements; carries no fact. Null when none is needed.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="SourcesDiffer">Documents of different dates are set against each other, or one denies what the question takes for granted.</param>
internal sealed record Draft(string? Lead, IReadOnlyList<DraftStatement> Statements, double Confidence, bool SourcesDiffer = false);

/// <summary>A sentence of a draft.</summary>
/// <param name="Text">What the user would read, without markers.</param>
/// <param name="Quotes">The evidence for it; a statement without any is never shown.</param>
/// <param name="Introduction">
/// The beginning of the text that is no quotation: whose words they are and of when, by the document's metadata. Null when there is none.
/// </param>
/// <param name="Remark">The end of the text that is no quotation: a fixed phrase about the quote. Null when there is none.</param>
internal sealed record DraftStatement(string Text, IReadOnlyList<DraftQuote> Quotes, string? Introduction = null, string? Remark = null);

/// <summary>A quote that a draft rests on.</summary>
/// <param name="Section">The section it is taken from.</param>
/// <param name="Span">Where the composer says it stands in the document's text.</param>
/// <param name="Quote">The words themselves.</param>
internal sealed record DraftQuote(SourceDocument Document, Section Section, TextSpan Span, string Quote);
