using CstoBot.Composition;
using CstoBot.Composition.Models;
using CstoBot.Conversations;
using CstoBot.Verification;
using CstoBot.Verification.Statements;

namespace CstoBot.Answering.Models;

/// <summary>The verified statements of a model's answer so far, and what did not hold. The first statement is the essential one: without it nothing is shown.</summary>
internal sealed class AnswerInProgress(Language language, double confidence, string corpusVersion, string modelVersion)
{
    private readonly PhraseBook phrases = PhraseBook.For(language);
    private readonly List<VerifiedStatement> verified = [];
    private readonly List<RefusedStatement> refused = [];
    private bool isSecondTry;

    public IReadOnlyList<RefusedStatement> Refused => refused;

    /// <summary>The model's first statement did not hold, and nothing has taken its place.</summary>
    public bool LacksEssential { get; private set; }

    public bool IsEmpty => verified.Count == 0 && refused.Count == 0;

    public void Refuse(ModelStatement statement, StatementFault fault)
    {
        LacksEssential |= IsEmpty;
        refused.Add(new RefusedStatement(statement, fault));
    }

    /// <summary>What did not hold is about to be tried once more.</summary>
    public void TryAgain()
    {
        refused.Clear();
        isSecondTry = true;
    }

    /// <summary>A sentence; in a second try the first that is new takes the place of the essential one. False when its sentence is in the answer already.</summary>
    public bool Add(VerifiedStatement statement)
    {
        if (verified.Exists(other => other.Chunk.Chunk == statement.Chunk.Chunk && other.Position == statement.Position))
        {
            return false;
        }

        verified.Insert(isSecondTry && LacksEssential ? 0 : verified.Count, statement);
        LacksEssential &= !isSecondTry;
        return true;
    }

    /// <summary>Null while there is nothing that may be shown.</summary>
    public Answer? AnswerOrNull()
    {
        if (verified.Count == 0 || LacksEssential)
        {
            return null;
        }

        var isForeign = verified.Exists(statement => statement.Text is null && LanguageDetector.DetectOrNull(Sentence(statement)) is { } source && source != language);
        return AnswerVerifier.Assemble(
            phrases.Lead(manyDocuments: false, isForeign),
            verified.ConvertAll(Supported),
            confidence,
            language,
            ModelComposer.Name,
            corpusVersion,
            modelVersion) is { } answer
            ? answer with { Doubts = refused.Count > 0 ? AnswerDoubts.StatementDropped : AnswerDoubts.None }
            : null;
    }

    private SupportedStatement Supported(VerifiedStatement statement) => statement.Text is { } text
        ? SupportedStatement.By(text, statement)
        : SupportedStatement.OrNull(QuotingComposer.Quote(statement.Chunk, statement.Position, phrases))
            ?? throw new InvalidOperationException("A quotation does not stand in its document.");

    private static string Sentence(VerifiedStatement statement) => statement.Chunk.Sentences[statement.Position].Text;
}
