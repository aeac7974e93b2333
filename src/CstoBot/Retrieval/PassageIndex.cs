using CstoBot.Ingestion;

namespace CstoBot.Retrieval;

/// <summary>A searchable corpus version; immutable.</summary>
internal sealed class PassageIndex(Corpus corpus)
{
    public Corpus Corpus { get; } = corpus;
}
