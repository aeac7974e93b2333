using CstoBot.Benchmarks.Chats;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Faults;

/// <summary>Who asks what and when, and when the bot is killed; all of it follows from the seed.</summary>
internal sealed record FaultPlan(int Questions, int Users, int Kills, int Seed)
{
    /// <summary>Below Telegram's 30 messages a second, so that what piles up while the bot is down can be worked off.</summary>
    public double PerSecond { get; init; } = 25;

    public double FailingCalls { get; init; } = 0.05;

    public double RepeatedUpdates { get; init; } = 0.05;

    /// <summary>How long a call hangs, and what a 429 asks for, at most; whole seconds.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long nothing may come before those who still wait are given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan Duration => TimeSpan.FromSeconds(Questions / PerSecond);

    /// <summary>After so long without a message all is over, unless somebody still waits.</summary>
    public TimeSpan Quiet => LongestPause + TimeSpan.FromSeconds(2);

    public ChanceFaults Chances => new(Seed)
    {
        Calls = FailingCalls,
        RepeatedUpdates = RepeatedUpdates,
        HangsFor = LongestPause,
        LongestRetryAfterSeconds = (int)LongestPause.TotalSeconds,
    };

    /// <summary>The moments of the kills, ascending.</summary>
    public IReadOnlyList<TimeSpan> KillTimes()
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Kills).Select(_ => Duration * random.NextDouble()).Order()];
    }

    /// <summary>
    /// Everybody's questions by their time. Nobody asks the same twice. Pauses are random, and three questions in ten follow
    /// the one before within half a second, mostly before that one is answered.
    /// </summary>
    public IReadOnlyList<PlannedQuestion> Schedule(KnownQuestions known)
    {
        var random = new Random(Seed + 1);
        return [.. Enumerable.Range(0, Users).SelectMany(user => Of(user, known, random)).OrderBy(question => question.Time)];
    }

    private IEnumerable<PlannedQuestion> Of(int user, KnownQuestions known, Random random)
    {
        var count = (Questions / Users) + (user < Questions % Users ? 1 : 0);
        if (count > known.All.Count)
        {
            throw new ArgumentException($"{count} questions of one person are too many: only {known.All.Count} can be told apart");
        }

        var asked = known.All.ToArray();
        random.Shuffle(asked);
        var times = Enumerable.Range(0, count).Select(_ => Duration * random.NextDouble()).Order().ToArray();
        for (var index = 1; index < count; index++)
        {
            var soon = random.NextDouble() < 0.3 ? times[index - 1] + TimeSpan.FromSeconds(0.5 * random.NextDouble()) : times[index];
            times[index] = soon > times[index - 1] ? soon : times[index - 1];
        }

        return times.Zip(asked, (time, question) => new PlannedQuestion(time, user, question));
    }
}

/// <param name="User">The number of the person, from 0.</param>
internal sealed record PlannedQuestion(TimeSpan Time, int User, KnownQuestion Question);
