namespace CstoBot.Ingestion.Reloading;

/// <summary>How a change ended. Exactly one of the nested cases; all but the first leave the version in use as it was.</summary>
internal abstract record CorpusOutcome
{
    private CorpusOutcome()
    {
    }

    public sealed record Done(ReloadReport Report) : CorpusOutcome;

    /// <summary>More than half of the documents would go: somebody has to say that this is meant.</summary>
    public sealed record NeedsConfirmation(int Removed, int Total) : CorpusOutcome;

    public sealed record Cancelled : CorpusOutcome;

    /// <param name="Reason">One line for whoever runs the bot.</param>
    public sealed record Failed(string Reason) : CorpusOutcome;
}
