using CstoBot.Conversations;
using CstoBot.Retrieval;

namespace CstoBot.Answering;

/// <summary>Answers that moderators approved or wrote before, for those who ask the same again.</summary>
internal interface ICuratedAnswers
{
    /// <summary>Null when the same was not asked, or when anything the answer cites does not stand in the index as it was approved.</summary>
    Task<Answer?> FindOrNullAsync(StandaloneQuestion question, Language language, PassageIndex index, CancellationToken cancellationToken);
}

/// <summary>Where there is no database: in the terminal.</summary>
internal sealed class NoCuratedAnswers : ICuratedAnswers
{
    public Task<Answer?> FindOrNullAsync(StandaloneQuestion question, Language language, PassageIndex index, CancellationToken cancellationToken) =>
        Task.FromResult<Answer?>(null);
}
