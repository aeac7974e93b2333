using CstoBot.Retrieval.Analysis;

namespace CstoBot.Verification.Statements;

/// <summary>What verification found about a model's statement. Exactly one of the nested cases.</summary>
internal abstract record StatementVerdict
{
    private StatementVerdict()
    {
    }

    /// <param name="Sentences">What the statement says, each sentence of it with the document's that says so; at least one.</param>
    public sealed record Supported(IReadOnlyList<VerifiedStatement> Sentences) : StatementVerdict;

    public sealed record Refused(StatementFault Fault) : StatementVerdict;
}

/// <summary>A statement with the sentence that supports it.</summary>
/// <param name="Text">
/// Null when it is to be shown as a quotation of the sentence: it is in another language than the reader's, somebody speaks of themselves,
/// or there are signs in it that no plain sentence has.
/// </param>
/// <param name="Position">The sentence's place in the chunk.</param>
internal sealed record VerifiedStatement(string? Text, AnalyzedChunk Chunk, int Position);

/// <summary>Why a statement is not shown.</summary>
internal enum StatementFault
{
    /// <summary>It is empty or too long.</summary>
    Unshowable,

    /// <summary>It quotes nothing.</summary>
    NoQuote,

    /// <summary>It cites a passage that was not given.</summary>
    UnknownPassage,

    /// <summary>Its quotes do not stand in the passages they name.</summary>
    QuoteNotFound,

    /// <summary>It is neither in the reader's language nor in its source's.</summary>
    WrongLanguage,

    /// <summary>A number or a date is not in its evidence.</summary>
    UnknownNumber,

    /// <summary>A name is not in its evidence.</summary>
    UnknownName,

    /// <summary>It denies what its evidence says, or the other way round.</summary>
    Negation,

    /// <summary>It says more than its evidence, or something else.</summary>
    Unsupported,

    /// <summary>The second opinion is that the evidence does not support it.</summary>
    NotEntailed,
}
