using CstoBot.Conversations;

namespace CstoBot.Moderation.Gaps;

/// <summary>A question to which the documents had no answer.</summary>
/// <param name="Id">Of the answer that said so; they rise with time.</param>
internal sealed record AbstainedQuestion(long Id, long UserId, StandaloneQuestion Question, Language Language, DateTimeOffset At);

/// <summary>What moderators made of a gap. The names are stored.</summary>
internal enum GapState
{
    Open,

    /// <summary>The admins were asked for a document.</summary>
    Requested,

    /// <summary>The bot need not answer it.</summary>
    OutOfScope,

    /// <summary>A moderator answered it for the next who ask.</summary>
    Answered,
}

/// <summary>A gap as it is kept: what it is about, so that later questions find it, and what was decided.</summary>
/// <param name="Number">From 1; never that of another.</param>
/// <param name="MarkedBy">The last to change the state: 0 for the bot, null for nobody yet.</param>
internal sealed record StoredGap(long Number, GapTerms Terms, GapState State, long? MarkedBy, DateTimeOffset? MarkedAt);

/// <summary>Questions of one subject that the documents say nothing of.</summary>
/// <param name="Stored">Null until a moderator has seen it.</param>
/// <param name="Questions">The oldest first; never empty.</param>
internal sealed record Gap(StoredGap? Stored, GapTerms Terms, IReadOnlyList<AbstainedQuestion> Questions)
{
    public const int MostExamples = 3;

    public GapState State => Stored?.State ?? GapState.Open;

    /// <summary>How many different people asked.</summary>
    public int People { get; } = Questions.Select(question => question.UserId).Distinct().Count();

    public DateTimeOffset Since => Questions[0].At;

    public DateTimeOffset Last => Questions[^1].At;

    public IReadOnlyList<Language> Languages => [.. Questions.Select(question => question.Language).Distinct().Order()];

    /// <summary>How often it was asked since the state was changed.</summary>
    public int AskedSince => Stored?.MarkedAt is { } marked ? Questions.Count(question => question.At > marked) : 0;

    /// <summary>Whether there is something left to do. What was answered and is asked again in vain, was not answered.</summary>
    public bool IsOpen => State is GapState.Open or GapState.Requested || (State == GapState.Answered && AskedSince > 0);

    /// <summary>The wordings used most, of those equally often used the latest; the first stands for the gap.</summary>
    public IReadOnlyList<AbstainedQuestion> Examples =>
    [
        .. Questions.GroupBy(question => question.Question.Text.Trim(), StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(wording => wording.Count())
            .ThenByDescending(wording => wording.Max(question => question.Id))
            .Take(MostExamples)
            .Select(wording => wording.MaxBy(question => question.Id) ?? wording.First()),
    ];
}
