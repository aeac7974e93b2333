using CstoBot.Ingestion.Reloading;

namespace CstoBot.Ingestion.Versions;

/// <summary>A state of the corpus that was in use.</summary>
/// <param name="Number">From 1, one more with each change.</param>
/// <param name="Id">Names what it holds (<see cref="Corpus.Version"/>): the same documents give the same.</param>
/// <param name="By">The admin; null where no person of the chat asked.</param>
/// <param name="RolledBackTo">The version whose documents these are again; null for any other change.</param>
internal sealed record CorpusVersion(
    int Number,
    string Id,
    DateTimeOffset CreatedAt,
    CorpusCause Cause,
    long? By,
    int Documents,
    int Added,
    int Changed,
    int Removed,
    int Failed,
    int? RolledBackTo)
{
    /// <summary>Whether it stands on a rollback: while it is in use, only a reload that a person asks for takes up changes.</summary>
    public bool IsHeld { get; init; }
}
