using System.Diagnostics;
using CstoBot.Benchmarks.Chats;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Faults;

/// <summary>
/// People ask while the bot is killed at random, its calls fail and updates come twice; Telegram's limits hold. Then every chat is judged.
/// </summary>
internal sealed class FaultSuite
{
    private readonly FaultPlan plan;
    private readonly SandboxServer telegram;
    private readonly RunningBot bot;
    private readonly List<Person> people;
    private readonly IReadOnlyList<PlannedQuestion> schedule;
    private readonly List<DateTimeOffset> kills = [];
    private long lastReply = Stopwatch.GetTimestamp();

    private FaultSuite(FaultPlan plan, SandboxServer telegram, RunningBot bot, KnownQuestions known)
    {
        (this.plan, this.telegram, this.bot) = (plan, telegram, bot);
        people = [.. Enumerable.Range(0, plan.Users).Select(number => telegram.AddPerson($"Person {number}"))];
        schedule = plan.Schedule(known);
        telegram.Shown += message => lastReply = message.From.IsBot ? Stopwatch.GetTimestamp() : lastReply;
    }

    public static async Task<FaultReport> RunAsync(BotProgram program, FaultPlan plan, IReadOnlyList<string> candidates)
    {
        var known = await QuestionTrial.RunAsync(program, candidates);
        await using var telegram = await SandboxServer.StartAsync(new SandboxOptions { Port = 0, CallsKept = 0 }, CancellationToken.None);
        using var bot = await RunningBot.StartAsync(program, telegram, RunningBot.DefaultRates);
        return await new FaultSuite(plan, telegram, bot, known).RunAsync();
    }

    private async Task<FaultReport> RunAsync()
    {
        telegram.FailByChance(plan.Chances);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(AskAsync(started), KillAsync(started));
        await SettleAsync();
        var elapsed = Stopwatch.GetElapsedTime(started, lastReply);

        // Once more: what is sent again at a start although it was answered would show now.
        bot.KillAndStartAgain();
        lastReply = Stopwatch.GetTimestamp();
        await SettleAsync();
        return new FaultReport(plan, Judge(), telegram.PlayedFaults, telegram.RefusedByLimits, bot.EndedByItself, elapsed, bot.LastLines);
    }

    private async Task AskAsync(long started)
    {
        foreach (var planned in schedule)
        {
            await UntilAsync(started, planned.Time);
            telegram.Send(people[planned.User], telegram.PrivateChat(people[planned.User]), planned.Question.Text);
        }
    }

    private async Task KillAsync(long started)
    {
        foreach (var time in plan.KillTimes())
        {
            await UntilAsync(started, time);
            kills.Add(TimeProvider.System.GetUtcNow());
            bot.KillAndStartAgain();
        }
    }

    /// <summary>Waits until all is answered and nothing more comes, or nothing has come for so long that no answer is to be hoped for.</summary>
    private async Task SettleAsync()
    {
        while (Stopwatch.GetElapsedTime(lastReply) < plan.Quiet || (IsSomebodyWaiting() && Stopwatch.GetElapsedTime(lastReply) < plan.Patience))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    private bool IsSomebodyWaiting() => Judge().Any(chat => chat.Unanswered > 0);

    private List<ChatVerdict> Judge()
    {
        var unknown = telegram.Unacknowledged.Where(message => message.IsInjected).ToLookup(message => message.ChatId, message => message.MessageId);
        var asked = schedule.ToLookup(planned => planned.User, planned => planned.Question);
        return
        [
            .. people.Select((person, number) => ChatVerdict.Of(
                [.. asked[number]],
                [.. telegram.Messages(telegram.PrivateChat(person)).Where(message => message.From.IsBot).Select(message => new Reply(message.Id, message.Text, message.Date))],
                unknown[person.Id].ToHashSet(),
                kills)),
        ];
    }

    private static async Task UntilAsync(long started, TimeSpan time)
    {
        var rest = time - Stopwatch.GetElapsedTime(started);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, TimeProvider.System);
        }
    }
}
