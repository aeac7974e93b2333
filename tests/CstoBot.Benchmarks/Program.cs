using CstoBot.Benchmarks;
using CstoBot.Benchmarks.Faults;
using CstoBot.Benchmarks.Hostile;
using CstoBot.Benchmarks.Load;
using CstoBot.Benchmarks.Models;
using CstoBot.Benchmarks.Queue;
using CstoBot.Benchmarks.Sources;
using CstoBot.Benchmarks.Streaming;

// dotnet run -c Release --project tests/CstoBot.Benchmarks [-- start|questions|chat]
// … -- load [RATE [SECONDS]] | load max: questions from 1,000 people at a fixed rate, or as fast as they are answered
// … -- faults [QUESTIONS [USERS [KILLS [SEED]]]]: killed at random while calls fail; exit code 1 when a bound is missed
// … -- limits [CHATS [QUESTIONS]]: everybody at once, within Telegram's limits; exit code 1 when one is overstepped
// … -- streaming [CHATS]: everybody reads along while long answers are written, within Telegram's limits; exit code 1 when one is overstepped
// … -- model: what the bot adds to a language model's time; exit code 1 when a bound is missed
// … -- play PERSONA: a scripted model server with that character, to try the bot against; Ctrl+C ends it
// … -- telemetry: what an answer costs more while metrics and traces are sent
// … -- queue: what moderators' commands cost with 10,000 cases pending; exit code 1 when a bound is missed
// … -- sources FOLDER: loads and reloads a large folder of documents (make-documents.py makes one) while questions are answered; exit code 1 when a bound is missed
// … -- hostile: seconds and memory that each file made to break a reader takes (Linux); exit code 1 when a bound is missed
// … -- telegram: what the local Telegram itself costs
// … -- search COLLECTION | open COLLECTION | compare RESULTS.jsonl PLOT.svg; compare-with-lucene.sh runs these
switch (args)
{
    case ["compare", var results, var plot]:
        SearchComparison.Run(results, plot);
        return 0;
    case ["search", var collection]:
        await SearchBenchmark.RunAsync(BotProgram.Find(), collection);
        return 0;
    case ["open", var collection]:
        await SearchBenchmark.OpenAsync(BotProgram.Find(), collection);
        return 0;
    case ["telegram"]:
        await TelegramBenchmark.RunAsync();
        return 0;
    case ["telegram-client", var address, var what, var chat]:
        await TelegramBenchmark.ClientAsync(address, what, chat);
        return 0;
    case ["load", .. var rest]:
        return await LoadBenchmark.RunAsync(BotProgram.Find(), rest) ? 0 : 1;
    case ["faults", .. var rest]:
        return await FaultBenchmark.RunAsync(BotProgram.Find(), rest) ? 0 : 1;
    case ["limits", .. var rest]:
        return await LimitsBenchmark.RunAsync(BotProgram.Find(), rest) ? 0 : 1;
    case ["play", var persona]:
        await ModelPlay.RunAsync(persona);
        return 0;
    case ["model"]:
        return await ModelBenchmark.RunAsync() ? 0 : 1;
    case ["telemetry"]:
        await TelemetryBenchmark.RunAsync();
        return 0;
    case ["queue"]:
        return await QueueBenchmark.RunAsync() ? 0 : 1;
    case ["sources", var documents]:
        return await SourcesBenchmark.RunAsync(BotProgram.Find(), documents) ? 0 : 1;
    case ["hostile"]:
        return await HostileBenchmark.RunAsync() ? 0 : 1;
    case ["streaming", .. var rest]:
        return await StreamingBenchmark.RunAsync(rest) ? 0 : 1;
}

var bot = BotProgram.Find();
var only = args.FirstOrDefault();
Console.WriteLine($"{bot.Path}, {Environment.ProcessorCount} processors; every figure is minimum / median / maximum");

if (only is null or "start")
{
    await StartBenchmark.RunAsync(bot);
}

if (only is null or "questions")
{
    await QuestionsBenchmark.RunAsync(bot);
}

if (only is null or "chat")
{
    await ChatBenchmark.RunAsync(bot);
}

return 0;
