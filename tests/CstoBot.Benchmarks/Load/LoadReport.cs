using System.Globalization;

namespace CstoBot.Benchmarks.Load;

/// <summary>What a load run showed.</summary>
/// <param name="Elapsed">From the first question to the last answer.</param>
/// <param name="Milliseconds">From an update's being there to be fetched to its reply's being accepted, ascending.</param>
/// <param name="Others">Answers in other words than to the same question alone: it may lean on what was said before, or it is no answer.</param>
/// <param name="Own">Processor time of the local Telegram and of asking, in this process.</param>
/// <param name="Late">By how much a question was at most asked after its time.</param>
/// <param name="Memory">Resident megabytes of the bot at every 10,000 answers.</param>
/// <param name="PeakMemory">Null where the system does not tell.</param>
internal sealed record LoadReport(
    int Asked,
    TimeSpan Elapsed,
    IReadOnlyList<double> Milliseconds,
    int AnsweredTwice,
    int OutOfOrder,
    int Others,
    string? FirstOther,
    TimeSpan Bot,
    TimeSpan Own,
    TimeSpan Late,
    IReadOnlyList<double> Memory,
    double? PeakMemory)
{
    public int Answered => Milliseconds.Count;

    public int Unanswered => Asked - Answered;

    public double PerSecond => Answered / Elapsed.TotalSeconds;

    /// <summary>Every question was answered exactly once, in order.</summary>
    public bool IsRight => Unanswered == 0 && AnsweredTwice == 0 && OutOfOrder == 0;

    public void Print(string title)
    {
        Console.WriteLine(title);
        Line($"  answered {Answered} of {Asked} in {Elapsed.TotalSeconds:0.0} s: {PerSecond:0} a second");
        Line($"  update there to reply accepted: p50 {At(0.5):0.0} ms, p99 {At(0.99):0.0} ms, most {At(1):0.0} ms (asked at most {Late.TotalMilliseconds:0} ms late)");
        Line($"  no answer {Unanswered}, answered twice {AnsweredTwice}, out of order {OutOfOrder}, in other words {Others}");
        Line($"  processor seconds: bot {Bot.TotalSeconds:0.0}, local Telegram and asking {Own.TotalSeconds:0.0}");
        var memory = string.Join(' ', Memory.Select(value => value.ToString("0", CultureInfo.InvariantCulture)));
        Line($"  resident memory of the bot: peak {PeakMemory:0} MB; at every 10,000 answers: {memory}");
        if (FirstOther is not null)
        {
            Line($"  the first in other words: {FirstOther}");
        }
    }

    private double At(double share) => Milliseconds.Count == 0 ? double.NaN : Milliseconds[(int)(share * (Milliseconds.Count - 1))];

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
