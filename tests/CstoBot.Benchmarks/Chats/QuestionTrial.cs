using System.Diagnostics;
using System.Text.Json;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Chats;

/// <summary>
/// Asks the bot beforehand, without faults and limits, to learn which questions are told apart by their answers: each question in a chat of
/// its own, then all of them many times among others, so that those betray themselves whose answer leans on what was said before.
/// </summary>
internal static class QuestionTrial
{
    private const int QuestionsPerChat = 20;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The questions of this folder and those of the evaluation, but for follow-ups.</summary>
    public static IReadOnlyList<string> Candidates()
    {
        var graded = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "development.jsonl"))
            .Select(line => JsonElement.Parse(line))
            .Where(item => !item.TryGetProperty("history", out _))
            .Select(item => item.GetProperty("question").GetString() ?? "");
        return [.. BotProgram.Questions().Concat(graded).Distinct()];
    }

    public static async Task<KnownQuestions> RunAsync(BotProgram program, IReadOnlyList<string> candidates)
    {
        await using var telegram = await SandboxServer.StartAsync(new SandboxOptions { Port = 0, RateLimits = false }, CancellationToken.None);
        using var bot = await RunningBot.StartAsync(program, telegram, RunningBot.NoRates);
        var alone = await AskAsync(telegram, [.. candidates.Select(question => new[] { question })]);
        var random = new Random(1);
        var mixed = candidates.Select(_ => Mixed(random, candidates.Count)).ToList();
        var answers = await AskAsync(telegram, [.. mixed.Select(chat => chat.Select(index => candidates[index]).ToArray())]);
        var known = KnownQuestions.From(candidates, alone, mixed.Zip(answers));
        return known.All.Count >= 10
            ? known
            : throw new InvalidOperationException($"only {known.All.Count} of {candidates.Count} questions are told apart by their answers\n{bot.LastLines}");
    }

    private static IReadOnlyList<int> Mixed(Random random, int count)
    {
        var indices = Enumerable.Range(0, count).ToArray();
        random.Shuffle(indices);
        return [.. indices.Take(QuestionsPerChat)];
    }

    /// <summary>Asks each list of questions in a chat of its own, all at once.</summary>
    /// <returns>What the bot wrote in each chat once it fell silent.</returns>
    private static async Task<IReadOnlyList<IReadOnlyList<string>>> AskAsync(SandboxServer telegram, IReadOnlyList<string[]> asked)
    {
        var chats = asked.Select((_, number) => telegram.AddPerson($"Person {number}")).Select(person => (person, chat: telegram.PrivateChat(person))).ToList();
        var last = Stopwatch.GetTimestamp();
        void Note(SandboxMessage message) => last = Stopwatch.GetTimestamp();
        telegram.Shown += Note;
        foreach (var ((person, chat), questions) in chats.Zip(asked))
        {
            foreach (var question in questions)
            {
                telegram.Send(person, chat, question);
            }
        }

        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(last) < Quiet || chats.Zip(asked).Any(pair => FromBot(telegram, pair.First.chat).Count < pair.Second.Length))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException("the bot leaves questions unanswered although nothing goes wrong");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        telegram.Shown -= Note;
        return [.. chats.Select(pair => FromBot(telegram, pair.chat))];
    }

    private static IReadOnlyList<string> FromBot(SandboxServer telegram, SandboxChat chat) =>
        [.. telegram.Messages(chat).Where(message => message.From.IsBot).Select(message => message.Text)];
}
