using CstoBot.Benchmarks;

// dotnet run -c Release --project tests/CstoBot.Benchmarks [-- start|questions|chat]
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
