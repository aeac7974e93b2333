using CstoBot.Benchmarks;

// dotnet run -c Release --project tests/CstoBot.Benchmarks [-- start|questions|chat]
// … -- search COLLECTION | open COLLECTION | compare RESULTS.jsonl PLOT.svg; compare-with-lucene.sh runs these
if (args is ["compare", var results, var plot])
{
    SearchComparison.Run(results, plot);
    return;
}

if (args is ["telegram"])
{
    await TelegramBenchmark.RunAsync();
    return;
}

if (args is ["telegram-client", var address, var what, var chat])
{
    await TelegramBenchmark.ClientAsync(address, what, chat);
    return;
}

var bot = BotProgram.Find();
if (args is ["search", var searched])
{
    await SearchBenchmark.RunAsync(bot, searched);
    return;
}

if (args is ["open", var opened])
{
    await SearchBenchmark.OpenAsync(bot, opened);
    return;
}

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
