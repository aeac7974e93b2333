using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Handling;

/// <summary>Keeps count of inline queries: they are no questions, but cost nearly as much.</summary>
internal sealed class InlineLimiter(IOptions<LimitsOptions> limits, TimeProvider time)
{
    private const int MostPeople = 10_000;

    private readonly ConcurrentDictionary<long, (long Minute, int Queries)> people = new();

    /// <summary>Counts a query, if one more is allowed within the minute of the clock.</summary>
    public bool TryTake(long userId)
    {
        var most = limits.Value.InlineQueriesPerMinute;
        if (most == 0)
        {
            return true;
        }

        if (people.Count >= MostPeople)
        {
            people.Clear();
        }

        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        return people.AddOrUpdate(userId, _ => (minute, 1), (_, last) => last.Minute == minute ? (minute, last.Queries + 1) : (minute, 1)).Queries <= most;
    }
}
