namespace CstoBot.Moderation.Statistics.Charts;

/// <summary>What a chart says, in one language.</summary>
/// <param name="Months">Twelve short names.</param>
internal sealed record ChartWords(
    string Questions, string Answered, string Held, string NotAnswered, string Votes, string Up, string Down, IReadOnlyList<string> Months);
