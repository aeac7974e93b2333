using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Streaming;

/// <summary>Long answers are written in many private chats and some groups at the same time, while Telegram's limits hold and the bot keeps its default rates.</summary>
internal static class StreamingBenchmark
{
    private const int ChatsPerGroup = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <returns>Whether every answer came whole and once, and nothing came too fast.</returns>
    public static async Task<bool> RunAsync(IReadOnlyList<string> arguments)
    {
        var count = arguments is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 50;
        await using var telegram = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, CancellationToken.None);
        var answerer = new SlowAnswerer();
        await using var bot = await LinkedBot.StartAsync(telegram, answerer);
        var people = Enumerable.Range(0, count).Select(person => telegram.AddPerson($"Person {person}")).ToList();
        var groups = Enumerable.Range(0, count / ChatsPerGroup).Select(group => telegram.AddGroup($"Group {group}", people)).ToList();
        await WarmUpAsync(telegram);

        var seen = new Sightings(telegram);
        foreach (var (person, index) in people.Select((person, index) => (person, index)))
        {
            telegram.Send(person, seen.Add(telegram.PrivateChat(person), $"Q{index}"), $"Q{index}");
        }

        foreach (var (group, index) in groups.Select((group, index) => (group, index)))
        {
            telegram.Send(people[index], seen.Add(group, $"G{index}"), $"@{telegram.Bot.Username} G{index}");
        }

        await seen.AllFinalAsync(Patience);
        Print($"{count} private chats and {groups.Count} groups, each with an answer of {SlowAnswerer.Statements} statements that is written for about 7 s, all at once");
        Print($"  429: {telegram.RefusedByLimits}, must be 0; answers lost: {seen.Lost}, must be 0; more than one message: {seen.TooMany}, must be 0");
        Print($"  states shown before the answer: private chats {PerChat(seen, isPrivate: true)}, groups {PerChat(seen, isPrivate: false)}");
        Figures.Print("  first statement to its preview, private chats", seen.FirstShown(answerer.FirstTold, isPrivate: true), "ms");
        Figures.Print("  first statement to its message, groups", seen.FirstShown(answerer.FirstTold, isPrivate: false), "ms");
        Figures.Print("  answer there to its message's being accepted", seen.Finals(answerer.Done), "ms");
        return telegram.RefusedByLimits == 0 && seen is { Lost: 0, TooMany: 0 };
    }

    /// <summary>The first run of a path costs its compilation.</summary>
    private static async Task WarmUpAsync(SandboxServer telegram)
    {
        foreach (var chat in new[] { telegram.PrivateChat(telegram.User), telegram.Group })
        {
            var asked = telegram.Send(telegram.User, chat, $"@{telegram.Bot.Username} warm?");
            await telegram.WaitForMessageAsync(
                chat, message => message.From.IsBot && message.Id > asked && message.Text.Contains(SlowAnswerer.LastStatement("warm?"), StringComparison.Ordinal) && message.InlineKeyboard.Count > 1,
                TimeSpan.FromSeconds(30), CancellationToken.None);
        }

        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
    }

    private static string PerChat(Sightings seen, bool isPrivate)
    {
        var counts = seen.StatesShown(isPrivate).Order().ToList();
        return counts.Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{counts.Sum()} ({counts[0]} to {counts[^1]} each)");
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}

/// <summary>What was seen of each answer in its chat, and when.</summary>
internal sealed class Sightings
{
    private readonly SandboxServer telegram;
    private readonly ConcurrentDictionary<long, Sighting> byChat = new();

    public Sightings(SandboxServer telegram)
    {
        this.telegram = telegram;
        telegram.DraftShown += draft => byChat.GetValueOrDefault(draft.ChatId)?.Note(draft.Text);
        telegram.Shown += message =>
        {
            if (message.From.IsBot)
            {
                byChat.GetValueOrDefault(message.ChatId)?.Note(message.Text);
            }
        };
    }

    public int Lost => byChat.Values.Count(sighting => sighting.Final == 0);

    public int TooMany => byChat.Values.Count(sighting => telegram.Messages(sighting.Chat).Count(message => message.From.IsBot) > 1);

    public SandboxChat Add(SandboxChat chat, string question)
    {
        byChat[chat.Id] = new Sighting(chat, question);
        return chat;
    }

    public async Task AllFinalAsync(TimeSpan patience)
    {
        var started = Stopwatch.GetTimestamp();
        while (Lost > 0 && Stopwatch.GetElapsedTime(started) < patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    public IEnumerable<int> StatesShown(bool isPrivate) => Of(isPrivate).Select(sighting => sighting.States);

    public IEnumerable<double> FirstShown(IReadOnlyDictionary<string, long> told, bool isPrivate) =>
        Of(isPrivate).Where(sighting => sighting.First > 0).Select(sighting => Stopwatch.GetElapsedTime(told[sighting.Question], sighting.First).TotalMilliseconds);

    public IEnumerable<double> Finals(IReadOnlyDictionary<string, long> done) => byChat.Values
        .Where(sighting => sighting.Final > 0)
        .Select(sighting => Stopwatch.GetElapsedTime(done[sighting.Question], sighting.Final).TotalMilliseconds);

    private IEnumerable<Sighting> Of(bool isPrivate) => byChat.Values.Where(sighting => sighting.Chat.Type == SandboxChatType.Private == isPrivate);

    private sealed class Sighting(SandboxChat chat, string question)
    {
        public SandboxChat Chat => chat;

        public string Question => question;

        public long First { get; private set; }

        public long Final { get; private set; }

        public int States { get; private set; }

        /// <summary>Called inside the sandbox's gate.</summary>
        public void Note(string text)
        {
            var now = Stopwatch.GetTimestamp();
            if (text.EndsWith('…'))
            {
                First = First == 0 ? now : First;
                States++;
            }
            else if (text.Contains(SlowAnswerer.LastStatement(question), StringComparison.Ordinal))
            {
                Final = now;
            }
        }
    }
}
