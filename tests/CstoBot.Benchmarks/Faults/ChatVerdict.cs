using CstoBot.Benchmarks.Chats;

namespace CstoBot.Benchmarks.Faults;

/// <summary>What went wrong in one chat. Each question is asked once there, and each answer is no other question's.</summary>
/// <param name="OutOfOrder">Messages that came, for the first time, after one that belongs behind them.</param>
/// <param name="AfterReset">Messages repeated although they were there: a fault had kept that from the bot.</param>
/// <param name="AtKill">Messages repeated that were first sent just before the bot was killed.</param>
/// <param name="Repeated">Messages repeated for no such reason.</param>
/// <param name="Others">Messages that belong to no question of the chat.</param>
internal sealed record ChatVerdict(
    int Unanswered, int OutOfOrder, int AfterReset, int AtKill, int Repeated, IReadOnlyList<string> Others)
{
    // From handing a message over to having stored that it was taken.
    private static readonly TimeSpan JustBefore = TimeSpan.FromSeconds(1);

    /// <param name="asked">In the order they were asked.</param>
    /// <param name="replies">What the bot wrote, in order.</param>
    /// <param name="unknown">Ids of messages that a fault kept the bot from knowing of.</param>
    public static ChatVerdict Of(
        IReadOnlyList<KnownQuestion> asked, IReadOnlyList<Reply> replies, IReadOnlySet<int> unknown, IReadOnlyList<DateTimeOffset> kills)
    {
        var places = asked.SelectMany(question => question.Answer).Select((text, place) => (text, place)).ToDictionary(pair => pair.text, pair => pair.place);
        var copies = replies.Where(reply => places.ContainsKey(reply.Text)).GroupBy(reply => reply.Text).Select(group => group.ToList()).ToList();
        var repeats = copies.SelectMany(list => list.SkipLast(1)).ToList();
        var afterReset = repeats.Count(reply => unknown.Contains(reply.Id));
        var atKill = repeats.Count(reply => !unknown.Contains(reply.Id) && kills.Any(kill => kill >= reply.Date && kill - reply.Date < JustBefore));
        return new ChatVerdict(
            asked.Count(question => question.Answer.Any(text => replies.All(reply => reply.Text != text))),
            CountOutOfOrder([.. copies.Select(list => places[list[0].Text])]),
            afterReset,
            atKill,
            repeats.Count - afterReset - atKill,
            [.. replies.Where(reply => !places.ContainsKey(reply.Text)).Select(reply => reply.Text)]);
    }

    private static int CountOutOfOrder(IReadOnlyList<int> places)
    {
        var (furthest, count) = (-1, 0);
        foreach (var place in places)
        {
            count += place < furthest ? 1 : 0;
            furthest = Math.Max(furthest, place);
        }

        return count;
    }
}

/// <summary>A message of the bot.</summary>
internal sealed record Reply(int Id, string Text, DateTimeOffset Date);
