namespace CstoBot.Ingestion.Reloading;

/// <summary>Changes the corpus: each change builds a version aside, checks it, keeps it, and switches to it in one step. One at a time.</summary>
internal interface ICorpusChanges
{
    /// <summary>The change being made, or null.</summary>
    CorpusRun? CurrentOrNull { get; }

    /// <summary>A change was begun, by whomever. What it calls must be quick and not fail.</summary>
    event Action<CorpusRun>? Began;

    /// <summary>Begins a change, behind those begun before. A reload joins one that is under way.</summary>
    CorpusRun Start(CorpusChange change, CorpusRequester requester);
}
