using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Indexing;
using CstoBot.Retrieval.Queries;
using CstoBot.Verification.Statements;

namespace CstoBot.Moderation.Edits;

/// <summary>
/// Makes an answer of what a moderator wrote. Its statements pass the same gate as a model's; what no document supports is kept as a
/// moderator's note, and the moderator is told before it is sent.
/// </summary>
internal sealed class EditReview(CurrentIndex current, HybridRetriever retriever, IAnswerer answerer)
{
    /// <summary>As the composer of an answer is called.</summary>
    public const string Composer = "moderator";

    private const int PassagesSearched = 5;

    /// <param name="draft">Whose citations the text refers to; null when there is none.</param>
    /// <param name="draftStands">Whether the documents still say what the draft cites; if not, also what is left as it was is verified anew.</param>
    /// <returns>Null when nothing was written that could be shown.</returns>
    public async Task<ReviewedEdit?> ReviewAsync(string text, Answer? draft, bool draftStands, Language language, CancellationToken cancellationToken)
    {
        var (index, pieces) = (current.Value, new List<EditedPiece>());
        foreach (var statement in EditedText.Parse(text))
        {
            pieces.AddRange(await ReviewAsync(statement, draft, draftStands, language, index, cancellationToken));
        }

        return EditedPiece.Assemble(pieces, language, Composer, index.Corpus.Version) is { } answer
            ? new ReviewedEdit(answer, [.. pieces.Where(piece => piece.Fault is not null).Select(piece => new UnsupportedEdit(piece.Text, piece.Fault!.Value))])
            : null;
    }

    private async Task<IReadOnlyList<EditedPiece>> ReviewAsync(
        EditedStatement statement, Answer? draft, bool draftStands, Language language, PassageIndex index, CancellationToken cancellationToken)
    {
        if (statement.Text.Length == 0)
        {
            return await QuotedAsync(statement.Queries, language, cancellationToken);
        }

        if (StatementText.CleanOrNull(statement.Text) is not { } text)
        {
            return [EditedPiece.Note(Whitespace.Collapse(statement.Text), StatementFault.Unshowable)];
        }

        if (statement.Citations.Count + statement.Queries.Count == 0)
        {
            return [EditedPiece.Note(text, null)];
        }

        if (draftStands && Unchanged(statement, draft) is { } kept)
        {
            return [kept];
        }

        var quotes = Cited(statement.Citations, draft, index).ToList();
        foreach (var query in statement.Queries)
        {
            var analyzed = QueryAnalyzer.Analyze(new StandaloneQuestion(query, Carried: null), index);
            quotes.AddRange((await retriever.RetrieveAsync(analyzed, index, PassagesSearched, cancellationToken)).Select(passage => (passage.ChunkNumber, passage.Chunk.Text)));
        }

        return Verified(text, quotes, language, index);
    }

    /// <summary>What the documents say to it.</summary>
    private async Task<IReadOnlyList<EditedPiece>> QuotedAsync(IReadOnlyList<string> queries, Language language, CancellationToken cancellationToken)
    {
        var pieces = new List<EditedPiece>();
        foreach (var query in queries)
        {
            var outcome = await answerer.QuoteAsync(new Conversation(query, [], Language: language), cancellationToken);
            pieces.AddRange(outcome is AnswerOutcome.Answered { Answer: var found }
                ? found.Statements.Where(statement => !statement.IsNote).Select(statement => EditedPiece.Of(statement, found))
                : [EditedPiece.Note(query, StatementFault.QuoteNotFound)]);
        }

        return pieces;
    }

    /// <summary>A statement that the moderator left as it was has been verified already.</summary>
    private static EditedPiece? Unchanged(EditedStatement statement, Answer? draft) => draft?.Statements
        .Where(known => !known.IsNote && statement.Queries.Count == 0 && Whitespace.Collapse(known.Text) == statement.Text
            && known.Citations.ToHashSet().SetEquals(statement.Citations))
        .Select(known => EditedPiece.Of(known, draft))
        .FirstOrDefault();

    /// <summary>Where the draft's citations stand now; what stands there no longer supports nothing.</summary>
    private static IEnumerable<(int Chunk, string Words)> Cited(IReadOnlyList<int> numbers, Answer? draft, PassageIndex index)
    {
        foreach (var citation in (draft?.Citations ?? []).Where(citation => numbers.Contains(citation.Number)))
        {
            if (DocumentChunks.OfOrNull(index, citation.Source)?.NumberOrNull(new TextSpan(citation.Start, citation.Length), citation.Quote) is { } chunk)
            {
                yield return (chunk, citation.Quote);
            }
        }
    }

    private static List<EditedPiece> Verified(string text, List<(int Chunk, string Words)> quotes, Language language, PassageIndex index)
    {
        var passages = quotes.Select(quote => quote.Chunk).Distinct().Select((chunk, place) => (chunk, Passage: new NumberedPassage(place + 1, index.Analyzed(chunk)))).ToList();
        var verifier = new StatementVerifier(passages.ConvertAll(pair => pair.Passage), language, index.Glossary);
        var verdict = verifier.Verify(new ModelStatement(
            text, quotes.ConvertAll(quote => new ModelQuote(passages.Find(pair => pair.chunk == quote.Chunk).Passage.Number, quote.Words))));
        return verdict switch
        {
            StatementVerdict.Supported supported => supported.Sentences.Select(sentence => EditedPiece.Of(sentence, language, index)).OfType<EditedPiece>().ToList(),
            StatementVerdict.Refused refused => [EditedPiece.Note(text, refused.Fault)],
            _ => throw new InvalidOperationException($"No piece for {verdict.GetType().Name}."),
        };
    }
}

/// <summary>What came of a moderator's text.</summary>
/// <param name="Answer">To be confirmed.</param>
/// <param name="Unsupported">What was cited and is not supported by it; a note in the answer.</param>
internal sealed record ReviewedEdit(Answer Answer, IReadOnlyList<UnsupportedEdit> Unsupported);

internal sealed record UnsupportedEdit(string Text, StatementFault Fault);
