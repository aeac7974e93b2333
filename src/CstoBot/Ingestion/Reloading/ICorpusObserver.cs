namespace CstoBot.Ingestion.Reloading;

/// <summary>Is told of every change of the corpus when it has ended.</summary>
internal interface ICorpusObserver
{
    void Ended(CorpusRun run, CorpusOutcome outcome, TimeSpan elapsed);
}
