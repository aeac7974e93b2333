using System.Security.Cryptography;
using System.Text;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation.Cases;
using CstoBot.Verification;

namespace CstoBot.Moderation.Curated;

/// <summary>An answer that a moderator approved or wrote and kept for those who ask the same.</summary>
/// <param name="Id">Counted from 1; 0 before it is stored.</param>
/// <param name="CaseId">What it was decided in; null when it was imported.</param>
/// <param name="Question">As it was asked.</param>
/// <param name="Language">Of the answer, and of the questions it is given to.</param>
/// <param name="At">When the moderator decided.</param>
/// <param name="Cited">One for each citation, in their order; empty of a note alone.</param>
internal sealed record CuratedAnswer(
    long Id,
    long? CaseId,
    string Question,
    Language Language,
    Answer Answer,
    CuratedState State,
    Reviewer By,
    DateTimeOffset At,
    IReadOnlyList<CitedPassage> Cited)
{
    /// <summary>The earlier question that it went on with; null when it stood alone.</summary>
    public string? Carried { get; init; }

    /// <summary>When it was suspended or retired; null while active.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public StandaloneQuestion Asked => new(Question, Carried);

    /// <summary>As it is given: dated by the decision.</summary>
    public Answer Given => Answer with { Checked = Answer.Checked ?? DateOnly.FromDateTime(At.UtcDateTime) };

    /// <summary>One that is not stored yet.</summary>
    public static CuratedAnswer Kept(long? caseId, StandaloneQuestion question, Answer answer, Reviewer by, DateTimeOffset at) =>
        new(0, caseId, question.Text, answer.Language, answer, CuratedState.Active, by, at, [.. answer.Citations.Select(CitedPassage.Of)]) { Carried = question.Carried };
}

/// <summary>The names are stored.</summary>
internal enum CuratedState
{
    Active,

    /// <summary>What it cites has changed or is gone; its case decides.</summary>
    Suspended,
    Retired,
}

/// <summary>What a citation rests on.</summary>
/// <param name="Source">The document's file name.</param>
/// <param name="QuoteHash">
/// SHA-256, lower-case hex, of the quote with the text around it (<see cref="QuotedPassage"/>: what a moderator saw) and of whose words they are
/// and of when, as the answer says it. Not of the whole document or its place there: an edit elsewhere changes nothing that was approved.
/// </param>
internal sealed record CitedPassage(string Source, string QuoteHash)
{
    public static CitedPassage Of(Citation citation)
    {
        var (before, quote, after) = citation.Passage;
        var parts = string.Join('\0', citation.Publisher, citation.Published?.DayNumber, before, quote, after);
        return new CitedPassage(citation.Source, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts))));
    }
}
