namespace CstoBot.Moderation.Cases;

/// <summary>One line of a case's history.</summary>
/// <param name="By">Null: the bot.</param>
/// <param name="Detail">What <paramref name="Kind"/> leaves open; never what the asker or a document says. Null for nothing.</param>
internal sealed record CaseEvent(DateTimeOffset At, CaseEventKind Kind, Reviewer? By = null, string? Detail = null);

/// <summary>The names are stored.</summary>
internal enum CaseEventKind
{
    Opened,
    Taken,
    Skipped,

    /// <summary>A moderator wrote an answer; the detail counts its statements and those without support.</summary>
    Proposed,
    ProposalDropped,
    Approved,
    Edited,

    /// <summary>The detail is the reason.</summary>
    Rejected,

    /// <summary>An earlier approved answer was sent; the detail is its number.</summary>
    EarlierUsed,
    Expired,

    /// <summary>The asker edited the question, or wants it forgotten.</summary>
    Withdrawn,

    /// <summary>Telegram took the message to the asker.</summary>
    Delivered,

    /// <summary>Nobody was there: the asker has blocked the bot, or the chat is gone.</summary>
    NotDelivered,

    /// <summary>Somebody who had got the answer got it corrected.</summary>
    Corrected,
    Kept,
    Reopened,

    /// <summary>Somebody else reported the same answer.</summary>
    ReportedAgain,
}
