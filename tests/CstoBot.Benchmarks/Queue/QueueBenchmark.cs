using System.Diagnostics;
using System.Globalization;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation.Cases;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Rendering;
using CstoBot.Verification;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Queue;

/// <summary>The bot's own time with 10,000 cases pending: from an update that has been read to what comes of it being stored.</summary>
internal static class QueueBenchmark
{
    private const int Cases = 10_000;
    private const int Times = 200;
    private const int PerPage = 8;
    private const int OpenedAtOnce = 500;
    private const long Moderator = 21;
    private const long ModeratorsChat = -500;
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(50);
    private static readonly BotIdentity Bot = new(1, "bot");

    /// <returns>Whether all was done within the bound.</returns>
    public static async Task<bool> RunAsync()
    {
        await using var telegram = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, CancellationToken.None);
        using var bot = await QueueBot.CreateAsync(telegram, Moderator, ModeratorsChat);
        corpusVersion = bot.Services.GetRequiredService<CstoBot.Retrieval.CurrentIndex>().Value.Corpus.Version;
        await FillAsync(bot);
        Console.WriteLine($"{Cases} cases pending, {Times} times each; minimum / median / maximum, the bound is {Bound.TotalMilliseconds} ms for p99");
        var pages = Cases / PerPage;
        bool[] within =
        [
            await MeasureAsync(bot, "/queue", _ => Command(CommandText.Queue)),
            await MeasureAsync(bot, "/queue, page 500", number => Press(CommandText.Queue, $"{Math.Min(500, pages - 1) + (number % 2)}")),
            await MeasureAsync(bot, "/case N", number => Command(CommandText.Case, $"{1 + (number * 47)}")),
            await MeasureAsync(bot, "approval", number => Press(CommandText.Case, $"{2 + (number * 49)} approve")),
            await MeasureAsync(bot, "rejection", number => Press(CommandText.Case, $"{3 + (number * 49)} reject 0")),
            await MeasureAsync(bot, "new question, held", number => new Incoming.Question(OriginOf(50_000 + number, 50_000 + number), $"Which states are members, number {number}?")),
            await MeasureAsync(bot, "an answer is reported", number => new Incoming.Command(OriginOf(60_000 + number, 60_000 + number), CommandText.Report)),
        ];
        return within.All(isWithin => isWithin);
    }

    private static async Task FillAsync(QueueBot bot)
    {
        var (effects, now) = (bot.Services.GetRequiredService<SqliteEffects>(), TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(2));
        for (var first = 1; first <= Cases; first += OpenedAtOnce)
        {
            var opened = Enumerable.Range(first, OpenedAtOnce).Select(id => Opened(id, now + TimeSpan.FromMilliseconds(id)));
            await effects.MakeAsync(Bot.Id, Effects.Send([], [.. opened]), now, CancellationToken.None);
        }

        // Answers that are reported afterwards.
        var given = Enumerable.Range(0, Times).Select(number => new Change.AnswerGiven(new GivenAnswer(
            AnswerIds.New(now + TimeSpan.FromMilliseconds(number)), OriginOf(60_000 + number, 60_000 + number).Conversation, 1, $"Question {number}", new AnswerOutcome.Answered(SomeAnswer(-number)), 1, TimeSpan.Zero, now)));
        await effects.MakeAsync(Bot.Id, Effects.Send([], [.. given]), now, CancellationToken.None);
    }

    private static Change.CaseOpened Opened(int id, DateTimeOffset at)
    {
        // A reported answer now and then: those are looked through when another is reported.
        var (isReported, draft) = (id % 2 == 0, SomeAnswer(id));
        var question = new CaseQuestion($"Question {id}: which states are members, and since when?", [], OriginOf(1_000 + id, 1_000 + id).Conversation, 10, IsGroup: false, Language.English, AnswerId: null);
        var of = new Case(id, isReported ? CaseOrigin.Reported : CaseOrigin.Held, CaseState.Pending, 0, question, new CaseDraft(AnswerIds.New(at), draft), at)
        {
            Reasons = [isReported ? HoldReason.Wrong : HoldReason.EveryAnswer],
            DueAt = at + TimeSpan.FromDays(1),
        };
        return new Change.CaseOpened(of, Bot.Id, new CaseEvent(at, CaseEventKind.Opened));
    }

    // That of the documents in use: else each approval would look its quotes up, which stand in none.
    private static string corpusVersion = "";

    private static Answer SomeAnswer(int number)
    {
        var quote = string.Create(CultureInfo.InvariantCulture, $"Six states are members of the organization, number {number}.");
        return new Answer(
            Language.English,
            Lead: null,
            [new Statement(quote, [1])],
            [new Citation(1, "report.txt", "A report", "TASS", null, null, quote, 10, quote.Length, new QuotedPassage("", quote, ""))],
            Confidence: 0.9,
            "quotes",
            corpusVersion);
    }

    private static async Task<bool> MeasureAsync(QueueBot bot, string what, Func<int, Incoming> incoming)
    {
        var (inbox, handler) = (bot.Services.GetRequiredService<IInbox>(), bot.Services.GetRequiredService<UpdateHandler>());
        var took = new List<double>();
        for (var number = 0; number < Times; number++)
        {
            var key = bot.NextUpdate();
            var update = incoming(number);
            await inbox.AddAsync([new ReceivedUpdate(key, "{}")], TimeProvider.System.GetUtcNow(), CancellationToken.None);
            var started = Stopwatch.GetTimestamp();
            var effects = await handler.HandleAsync(update, CancellationToken.None);
            await inbox.CompleteAsync(key, effects, firstBegins: false, TimeProvider.System.GetUtcNow(), CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (effects.Messages.Count == 0)
            {
                throw new InvalidOperationException($"{what}: nothing came of it.");
            }
        }

        Figures.Print(what, took, "ms");
        return took.Order().ElementAt((int)(0.99 * (Times - 1))) < Bound.TotalMilliseconds;
    }

    private static Incoming.Command Command(string name, string argument = "") => new(OriginOf(Moderator, ModeratorsChat), name, argument);

    private static Incoming.ButtonPress Press(string name, string argument) => new(OriginOf(Moderator, ModeratorsChat), "callback", new CommandButton(name, argument).ToString());

    private static Origin OriginOf(long person, long chat) => new(new ConversationKey(chat, 0, person), 10, IsGroup: chat < 0, "en") { Bot = Bot, PersonName = "Maria" };
}
