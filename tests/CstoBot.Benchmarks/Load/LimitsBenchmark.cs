using System.Diagnostics;
using System.Globalization;
using CstoBot.Benchmarks.Chats;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Load;

/// <summary>Everybody asks at the same moment, in private chats and groups, while Telegram's limits hold and the bot keeps its default rates.</summary>
internal static class LimitsBenchmark
{
    private const int Groups = 3;
    private const int QuestionsPerGroup = 10;

    // More than may be answered within a minute.
    private const int QuestionsInTheBusyGroup = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <returns>Whether everything was answered and nothing came too fast.</returns>
    public static async Task<bool> RunAsync(BotProgram program, IReadOnlyList<string> arguments)
    {
        var numbers = arguments.Select(argument => int.Parse(argument, CultureInfo.InvariantCulture)).ToList();
        var (chats, perChat) = (numbers.Count > 0 ? numbers[0] : 60, numbers.Count > 1 ? numbers[1] : 3);
        await using var telegram = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, CancellationToken.None);
        using var bot = await RunningBot.StartAsync(program, telegram, RunningBot.DefaultRates);
        var people = Enumerable.Range(0, chats).Select(number => telegram.AddPerson($"Person {number}")).ToList();

        var started = Stopwatch.GetTimestamp();
        var asked = people.ToDictionary(telegram.PrivateChat, person => Ask(telegram, telegram.PrivateChat(person), [person], perChat, ""));
        for (var number = 0; number < Groups; number++)
        {
            var group = telegram.AddGroup($"Group {number}", people);
            asked[group] = Ask(telegram, group, people, number == 0 ? QuestionsInTheBusyGroup : QuestionsPerGroup, $"@{telegram.Bot.Username} ");
        }

        var (isPrivate, all) = (await AnsweredAsync(telegram, Only(asked, isPrivate: true), started), await AnsweredAsync(telegram, asked, started));
        Print($"{chats} private chats with {perChat} questions each, {Groups} groups with {QuestionsInTheBusyGroup}, {QuestionsPerGroup}, {QuestionsPerGroup}, all at once");
        Print($"  private chats answered after {Seconds(isPrivate)}, all after {Seconds(all)}");
        Print($"  429: {telegram.RefusedByLimits}, must be 0");
        foreach (var (call, count) in telegram.Calls.Where(call => call.StatusCode == 429).CountBy(Describe))
        {
            Print($"    {count} x {call}");
        }

        return all is not null && telegram.RefusedByLimits == 0;
    }

    private static string Describe(ApiCall call) =>
        $"{call.Method} to a {(call.Parameters.GetProperty("chat_id").ToString().StartsWith('-') ? "group" : "private chat")}";

    private static Dictionary<SandboxChat, int> Only(Dictionary<SandboxChat, int> asked, bool isPrivate) =>
        asked.Where(pair => pair.Key.Type == SandboxChatType.Private == isPrivate).ToDictionary();

    private static int Ask(SandboxServer telegram, SandboxChat chat, IReadOnlyList<Person> people, int count, string mention)
    {
        var questions = BotProgram.Questions();
        for (var number = 0; number < count; number++)
        {
            telegram.Send(people[number % people.Count], chat, mention + questions[(number + (int)(Math.Abs(chat.Id) % 7)) % questions.Count]);
        }

        return count;
    }

    /// <returns>Null when not everything was answered in time.</returns>
    private static async Task<TimeSpan?> AnsweredAsync(SandboxServer telegram, IReadOnlyDictionary<SandboxChat, int> asked, long started)
    {
        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            if (asked.All(pair => telegram.Messages(pair.Key).Count(message => message.From.IsBot) >= pair.Value))
            {
                return Stopwatch.GetElapsedTime(started);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        return null;
    }

    private static string Seconds(TimeSpan? time) =>
        time is { } elapsed ? string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s") : "never";

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
