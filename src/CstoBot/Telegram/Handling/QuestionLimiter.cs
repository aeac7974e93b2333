using CstoBot.Telegram.Staff;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Handling;

/// <summary>Keeps count of what each person asks: in memory, and for a person not seen yet from the answers that are stored.</summary>
internal sealed class QuestionLimiter(IOptions<LimitsOptions> limits, Roles roles, IAskedQuestions asked)
{
    private const int PeopleBeforeCleaning = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<long, Person> people = [];

    /// <summary>Counts a question, if one more is allowed. Moderators and admins may always ask.</summary>
    public async ValueTask<LimitVerdict> AskAsync(long userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var most = Math.Max(limits.Value.QuestionsPerDay, limits.Value.QuestionsPerMinute);
        if (most == 0 || await roles.OfAsync(userId, cancellationToken) >= Role.Moderator)
        {
            return new LimitVerdict.Allowed();
        }

        if (!IsKnown(userId))
        {
            Remember(userId, await asked.TimesAsync(userId, now - TimeSpan.FromDays(1), most, cancellationToken), now);
        }

        return Count(userId, now);
    }

    private bool IsKnown(long userId)
    {
        lock (gate)
        {
            return people.ContainsKey(userId);
        }
    }

    private void Remember(long userId, IReadOnlyList<DateTimeOffset> times, DateTimeOffset now)
    {
        lock (gate)
        {
            if (!people.ContainsKey(userId))
            {
                times.ToList().ForEach(PersonOf(userId, now).Asked.Enqueue);
            }
        }
    }

    private LimitVerdict Count(long userId, DateTimeOffset now)
    {
        lock (gate)
        {
            var person = PersonOf(userId, now);
            if (FirstBroken(person, now) is not { } broken)
            {
                person.Asked.Enqueue(now);
                return new LimitVerdict.Allowed();
            }

            var isFirst = person.ToldUntil <= now;
            person.ToldUntil = isFirst ? now + broken.Wait : person.ToldUntil;
            return broken with { TellUser = isFirst };
        }
    }

    private LimitVerdict.Exceeded? FirstBroken(Person person, DateTimeOffset now)
    {
        while (person.Asked.TryPeek(out var oldest) && oldest + TimeSpan.FromDays(1) <= now)
        {
            person.Asked.Dequeue();
        }

        var (perDay, perMinute) = (limits.Value.QuestionsPerDay, limits.Value.QuestionsPerMinute);
        if (perDay > 0 && person.Asked.Count >= perDay)
        {
            return new LimitVerdict.Exceeded(perDay, IsDaily: true, person.Asked.Peek() + TimeSpan.FromDays(1) - now);
        }

        var lastMinute = person.Asked.Where(asked => asked + TimeSpan.FromMinutes(1) > now).ToList();
        return perMinute > 0 && lastMinute.Count >= perMinute
            ? new LimitVerdict.Exceeded(perMinute, IsDaily: false, lastMinute[0] + TimeSpan.FromMinutes(1) - now)
            : null;
    }

    private Person PersonOf(long userId, DateTimeOffset now)
    {
        if (people.TryGetValue(userId, out var known))
        {
            return known;
        }

        if (people.Count >= PeopleBeforeCleaning)
        {
            foreach (var (id, _) in people.Where(person => person.Value.Asked.All(asked => asked + TimeSpan.FromDays(1) <= now)).ToList())
            {
                people.Remove(id);
            }
        }

        return people[userId] = new Person();
    }

    private sealed class Person
    {
        public Queue<DateTimeOffset> Asked { get; } = new();

        /// <summary>Until then the person has been told, and is not told again.</summary>
        public DateTimeOffset ToldUntil { get; set; } = DateTimeOffset.MinValue;
    }
}

internal abstract record LimitVerdict
{
    private LimitVerdict()
    {
    }

    public sealed record Allowed : LimitVerdict;

    /// <param name="Wait">After it, one more question is allowed.</param>
    /// <param name="TellUser">False when the user has been told already and still may not ask.</param>
    public sealed record Exceeded(int Limit, bool IsDaily, TimeSpan Wait, bool TellUser = true) : LimitVerdict;
}
