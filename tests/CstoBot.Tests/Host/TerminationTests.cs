using CstoBot.Benchmarks;
using CstoBot.Benchmarks.Chats;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>The built bot, asked to end while it works: in groups, where each answer names its question.</summary>
[Collection(nameof(FaultSuiteTests))]
public sealed class TerminationTests
{
    private const int Groups = 6;
    private const int QuestionsInEach = 14;

    // The host's default: what has not ended by then is broken off.
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Three messages at once and then one a second: most of the work still waits when the signal comes.
    private static readonly Dictionary<string, string> Rates = new()
    {
        ["Telegram__MessagesPerSecond"] = "0",
        ["Telegram__MessagesPerMinutePerGroup"] = "0",
    };

    [Fact]
    public async Task Told_to_end_in_the_middle_of_work_it_ends_well_and_answers_the_rest_after_the_next_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        await using var telegram = await SandboxServer.StartAsync(new SandboxOptions { Port = 0, RateLimits = false }, CancellationToken.None);
        var groups = Enumerable.Range(0, Groups).Select(number => new AskingGroup(telegram, number)).ToList();
        using var bot = await RunningBot.StartAsync(new BotProgram(Path.Combine(AppContext.BaseDirectory, "cstobot.dll")), telegram, Rates);

        groups.ForEach(group => group.Ask(QuestionsInEach - 2));
        await groups[0].AnsweredAsync(1);
        var ending = bot.TerminateAsync(ShutdownTime);
        groups.ForEach(group => group.Ask(1));
        var exitCode = await ending;
        var answeredAtEnd = groups.Sum(group => group.Answered.Count);
        groups.ForEach(group => group.Ask(1));
        bot.StartAgain();
        await Task.WhenAll(groups.Select(group => group.AnsweredAsync(QuestionsInEach)));
        Assert.Equal(0, await bot.TerminateAsync(ShutdownTime));

        Assert.Equal(0, exitCode);
        Assert.InRange(answeredAtEnd, 1, (Groups * QuestionsInEach) - 1);
        Assert.All(groups, group => Assert.Equal(group.Asked, group.Answered));
        Assert.Equal(0, bot.EndedByItself);
    }

    /// <summary>A person who asks in a group of their own with the bot.</summary>
    private sealed class AskingGroup
    {
        private readonly SandboxServer telegram;
        private readonly Person person;
        private readonly SandboxChat chat;

        public AskingGroup(SandboxServer telegram, int number)
        {
            (this.telegram, person) = (telegram, telegram.AddPerson($"Person {number}"));
            chat = telegram.AddGroup($"Group {number}", [person]);
        }

        /// <summary>The questions, by the ids of their messages.</summary>
        public List<int> Asked { get; } = [];

        /// <summary>The questions that were answered, in the order of the answers, each as often as it was.</summary>
        public IReadOnlyList<int> Answered =>
            [.. telegram.Messages(chat).Where(message => message.From.IsBot && message.ReplyToMessageId is not null).Select(message => message.ReplyToMessageId!.Value)];

        public void Ask(int times)
        {
            for (var time = 0; time < times; time++)
            {
                Asked.Add(telegram.Send(person, chat, $"/ask@{telegram.Bot.Username} Which countries are members of the CSTO?"));
            }
        }

        public Task AnsweredAsync(int count) => telegram.WaitForMessageAsync(chat, _ => Answered.Count >= count, Patience, CancellationToken.None);
    }
}
