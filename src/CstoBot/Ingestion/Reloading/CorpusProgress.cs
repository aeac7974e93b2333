namespace CstoBot.Ingestion.Reloading;

/// <summary>How far a change is.</summary>
/// <param name="Documents">How many are dealt with, of <paramref name="Total"/>; 0 of 0 while that is not known.</param>
/// <param name="Chunks">How many there are so far.</param>
/// <param name="Remaining">An estimate; null while there is none.</param>
internal sealed record CorpusProgress(CorpusPhase Phase, int Documents, int Total, int Chunks, TimeSpan? Remaining)
{
    public static CorpusProgress Waiting { get; } = new(CorpusPhase.Waiting, 0, 0, 0, null);
}

internal enum CorpusPhase
{
    /// <summary>For another change to end.</summary>
    Waiting,

    /// <summary>Folder and web pages.</summary>
    Reading,
    Indexing,

    /// <summary>Answers the evaluation questions.</summary>
    Evaluating,
    Done,
}
