using CstoBot.Answering;
using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Verification;
using CstoBot.Verification.Statements;

namespace CstoBot.Moderation.Edits;

/// <summary>A statement of an edited answer with the citations that it rests on; none for a note.</summary>
/// <param name="Fault">Why nothing supports what was said to be supported; null when it is, or nothing was said.</param>
internal sealed record EditedPiece(string Text, IReadOnlyList<Citation> Citations, StatementFault? Fault)
{
    public static EditedPiece Note(string text, StatementFault? fault) => new(text, [], fault);

    /// <summary>A verified statement of an answer.</summary>
    public static EditedPiece Of(Statement statement, Answer answer) =>
        new(statement.Text, [.. answer.Citations.Where(citation => statement.Citations.Contains(citation.Number))], Fault: null);

    /// <summary>A sentence that passed the gate; null when its quotation does not stand in the document.</summary>
    public static EditedPiece? Of(VerifiedStatement verified, Language language, PassageIndex index)
    {
        var supported = verified.Text is { } text
            ? SupportedStatement.By(text, verified)
            : SupportedStatement.OrNull(QuotingComposer.Quote(verified.Chunk, verified.Position, PhraseBook.For(language)));
        return supported is not null && AnswerVerifier.Assemble(null, [supported], confidence: 1, language, EditReview.Composer, index.Corpus.Version) is { } answer
            ? Of(answer.Statements[0], answer)
            : null;
    }

    /// <summary>The pieces as one answer, its citations numbered in order of first appearance; null when there is no piece.</summary>
    public static Answer? Assemble(IReadOnlyList<EditedPiece> pieces, Language language, string composer, string corpusVersion)
    {
        var citations = new List<Citation>();
        var statements = pieces
            .Select(piece => new Statement(piece.Text, [.. piece.Citations.Select(citation => NumberOf(citation, citations)).Distinct().Order()]) { IsNote = piece.Citations.Count == 0 })
            .ToList();
        return statements.Count == 0 ? null : new Answer(language, Lead: null, statements, citations, Confidence: 1, composer, corpusVersion);
    }

    private static int NumberOf(Citation citation, List<Citation> citations)
    {
        var known = citations.Find(other => other.Source == citation.Source && other.Start == citation.Start && other.Length == citation.Length);
        if (known is null)
        {
            citations.Add(known = citation with { Number = citations.Count + 1 });
        }

        return known.Number;
    }
}
