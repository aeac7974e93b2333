namespace CstoBot.Ingestion.Reloading;

/// <summary>What somebody wants done with the corpus; each makes a new version. Exactly one of the nested cases.</summary>
internal abstract record CorpusChange
{
    private CorpusChange()
    {
    }

    /// <summary>Takes up what changed in the folder and on the web pages.</summary>
    /// <param name="MayRemoveMost">Whether more than half of the documents may go.</param>
    public sealed record Reload(bool MayRemoveMost = false) : CorpusChange;

    /// <summary>Takes in a file that was sent.</summary>
    public sealed record Add(long UploadId) : CorpusChange;

    /// <summary>Leaves a document out from now on, wherever it comes from.</summary>
    public sealed record Remove(string Name) : CorpusChange;

    /// <summary>Sets right what is said of a document.</summary>
    /// <param name="Metadata">All corrections of the document; what is null there is taken from the document again.</param>
    public sealed record Correct(string Name, DocumentMetadata Metadata) : CorpusChange;

    /// <summary>Goes back to an earlier version. Until the next reload that a person asks for, nothing is taken up by itself.</summary>
    public sealed record RollBack(int Number) : CorpusChange;
}

/// <summary>Who or what asked for a change.</summary>
internal enum CorpusCause
{
    Start,
    Admin,
    Terminal,

    /// <summary>The folder was seen to change.</summary>
    Watch,

    /// <summary>A web page was due.</summary>
    Schedule,
}

/// <param name="UserId">The admin's; null where no person of the chat asked.</param>
internal sealed record CorpusRequester(CorpusCause Cause, long? UserId = null);
