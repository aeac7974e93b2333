namespace CstoBot.Moderation.Statistics;

/// <summary>What came of the questions of some days.</summary>
/// <param name="Days">Every day of the period in order, also one on which nothing happened; never empty.</param>
/// <param name="Composers">Those that wrote answers, the busiest first.</param>
internal sealed record Statistics(IReadOnlyList<DayFigures> Days, IReadOnlyList<ComposerFigures> Composers, DecisionFigures Decisions)
{
    public int Answered => Days.Sum(day => day.Answered);

    public int Held => Days.Sum(day => day.Held);

    public int Abstained => Days.Sum(day => day.Abstained);

    public int Refused => Days.Sum(day => day.Refused);

    /// <summary>Small talk is none.</summary>
    public int Questions => Days.Sum(day => day.Questions);

    public int Up => Days.Sum(day => day.Up);

    public int Down => Days.Sum(day => day.Down);
}

/// <param name="Answered">At once, without a moderator.</param>
/// <param name="Held">For a moderator, whatever came of it.</param>
/// <param name="Abstained">At once.</param>
/// <param name="Refused">What is no question to the bot.</param>
/// <param name="Up">Votes given on this day.</param>
internal sealed record DayFigures(DateOnly Day, int Answered, int Held, int Abstained, int Refused, int Up, int Down)
{
    public int Questions => Answered + Held + Abstained + Refused;

    public bool IsEmpty => Questions + Up + Down == 0;
}

/// <param name="Composer">As answers name it: <c>quotes</c>, <c>model</c>, …</param>
/// <param name="Answers">Sent, after a decision too.</param>
/// <param name="Up">For these answers.</param>
/// <param name="Approved">Decisions on what it had composed.</param>
internal sealed record ComposerFigures(string Composer, int Answers, int Up, int Down, int Approved, int Edited, int Rejected);

/// <summary>What moderators decided in the period, on answers held and on answers reported.</summary>
/// <param name="Approved">Unchanged.</param>
/// <param name="Expired">Nobody decided in time.</param>
/// <param name="MedianTime">From opening a case to a moderator's decision; null when there was none.</param>
internal sealed record DecisionFigures(int Approved, int Edited, int Rejected, int Expired, TimeSpan? MedianTime)
{
    public int Decided => Approved + Edited + Rejected;
}
