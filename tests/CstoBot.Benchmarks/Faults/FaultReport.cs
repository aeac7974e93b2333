using System.Globalization;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Faults;

/// <summary>What the fault suite showed.</summary>
/// <param name="RefusedByLimits">Messages that came faster than Telegram allows; those refused by chance are not counted.</param>
/// <param name="EndedByItself">How often the bot stopped although it was not killed.</param>
/// <param name="Elapsed">From the first question to the last answer.</param>
internal sealed record FaultReport(
    FaultPlan Plan, IReadOnlyList<ChatVerdict> Chats, FaultCounts Played, int RefusedByLimits, int EndedByItself, TimeSpan Elapsed, string LastLines)
{
    public int Unanswered => Chats.Sum(chat => chat.Unanswered);

    public int OutOfOrder => Chats.Sum(chat => chat.OutOfOrder);

    public int AfterReset => Chats.Sum(chat => chat.AfterReset);

    /// <summary>Repeated messages that were first sent within the last second before a kill.</summary>
    public int AtKill => Chats.Sum(chat => chat.AtKill);

    /// <summary>Repeated messages that no injected fault explains.</summary>
    public int OtherDuplicates => Chats.Sum(chat => chat.AtKill + chat.Repeated);

    public double OtherDuplicatesPerThousand => 1_000.0 * OtherDuplicates / Plan.Questions;

    public IReadOnlyList<string> OtherMessages => [.. Chats.SelectMany(chat => chat.Others)];

    /// <summary>The bounds that were missed; empty when none.</summary>
    public IReadOnlyList<string> Missed =>
    [
        .. Bound(Unanswered == 0, "questions are unanswered"),
        .. Bound(OutOfOrder == 0, "answers are out of order"),
        .. Bound(OtherDuplicatesPerThousand < 1, "answers are repeated without a reset"),
        .. Bound(OtherMessages.Count == 0, "messages answer nothing that was asked"),
        .. Bound(EndedByItself == 0, "the bot ended by itself"),
    ];

    public void Print()
    {
        Line($"{Plan.Questions} questions from {Plan.Users} people in {Elapsed.TotalSeconds:0.0} s, killed {Plan.Kills} times and once at the end, seed {Plan.Seed}");
        Line($"  unanswered                                  {Unanswered,6}   must be 0");
        Line($"  out of order within a chat                  {OutOfOrder,6}   must be 0");
        Line($"  duplicates after an injected reset          {AfterReset,6}   of {Played.DroppedAfter} calls carried out and then dropped");
        Line($"  duplicates otherwise                        {OtherDuplicates,6}   {OtherDuplicatesPerThousand:0.00} in 1,000, must be below 1");
        Line($"    of these first sent in a kill's last second {AtKill,4}");
        Line($"  messages that answer nothing                {OtherMessages.Count,6}   must be 0");
        Line($"  429 that were not injected                  {RefusedByLimits,6}");
        Line($"  the bot ended by itself                     {EndedByItself,6}   must be 0");
        Line($"  calls that failed: {Played.Calls} ({Played.TooManyRequests} x 429, {Played.Errors} x 500, {Played.HtmlPages} x HTML 502, {Played.Hanging} hung, {Played.DroppedBefore} reset before, {Played.DroppedAfter} reset after); updates delivered twice: {Played.RepeatedUpdates}");
        foreach (var text in OtherMessages.Take(3))
        {
            Line($"  a message that answers nothing: {text}");
        }

        Line($"{(Missed.Count == 0 ? "every bound is kept" : "MISSED: " + string.Join("; ", Missed) + "\n" + LastLines)}");
    }

    private static string[] Bound(bool isKept, string otherwise) => isKept ? [] : [otherwise];

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
