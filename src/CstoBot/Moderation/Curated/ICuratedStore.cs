namespace CstoBot.Moderation.Curated;

/// <summary>The answers kept for reuse. What comes of an update is written as a change: <see cref="Telegram.Handling.Change.AnswerKept"/> and the like.</summary>
internal interface ICuratedStore
{
    Task<CuratedAnswer?> FindOrNullAsync(long id, CancellationToken cancellationToken);

    /// <summary>All that may be given, by their ids.</summary>
    Task<IReadOnlyList<CuratedAnswer>> ActiveAsync(CancellationToken cancellationToken);

    /// <summary>Their ids alone: all else of one never changes while it may be given.</summary>
    Task<IReadOnlyList<long>> ActiveIdsAsync(CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    /// <param name="state">Null: all.</param>
    /// <param name="skip">How many come before the page.</param>
    Task<CuratedPage> PageAsync(CuratedState? state, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Rises with every change, also by another process.</summary>
    Task<long> VersionAsync(CancellationToken cancellationToken);

    /// <summary>Keeps one outside of an update.</summary>
    /// <returns>Its id.</returns>
    Task<long> KeepAsync(CuratedAnswer answer, CancellationToken cancellationToken);
}

/// <param name="Total">How many there are on all pages.</param>
internal sealed record CuratedPage(IReadOnlyList<CuratedAnswer> Answers, int Total);
