using System.Diagnostics;
using System.Globalization;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using CstoBot.LanguageModels;
using CstoBot.Retrieval;
using CstoBot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CstoBot.Benchmarks.Sources;

/// <summary>
/// A large folder is loaded from nothing and reloaded with ten documents changed, by the program alone and within a process that answers
/// 50 questions a second meanwhile. Each answer's citations are checked against the documents of the version that it names.
/// </summary>
internal static class SourcesBenchmark
{
    private const int QuestionsPerSecond = 50;
    private const int Changed = 10;
    private const double LoadSeconds = 60;
    private const double ReloadSeconds = 2;
    private const double PeakMegabytes = 600;
    private const double Percentile99Milliseconds = 100;

    /// <param name="documents">A folder of documents, as make-documents.py makes it.</param>
    public static async Task<bool> RunAsync(BotProgram bot, string documents)
    {
        var folder = Directory.CreateTempSubdirectory("cstobot-benchmark").FullName;
        try
        {
            return await AloneAsync(bot, documents, Path.Combine(folder, "alone")) & await AnsweringAsync(documents, Path.Combine(folder, "answering"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> AloneAsync(BotProgram bot, string documents, string folder)
    {
        var sources = Copy(documents, Path.Combine(folder, "sources"));
        var (seconds, megabytes) = await ReloadAsync(bot, sources, folder);
        Report("load from nothing, the program alone", seconds, LoadSeconds, "s");
        Report("memory at most, all its processes", megabytes, PeakMegabytes, "MB");
        Change(sources, 1);
        var (again, _) = await ReloadAsync(bot, sources, folder);
        Report($"reload with {Changed} changed, with the program's start and end", again, 2 * ReloadSeconds, "s");
        return seconds <= LoadSeconds && megabytes <= PeakMegabytes && again <= 2 * ReloadSeconds;
    }

    private static async Task<(double Seconds, double Megabytes)> ReloadAsync(BotProgram bot, string sources, string folder)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = bot.Start(["sources", "reload", "--sources", sources, "--data", Path.Combine(folder, "data")], folder: folder);
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0.0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, ProcessTree.Megabytes(process.Id));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        Console.WriteLine($"  {(await output).TrimEnd().Split('\n')[^1]}");
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, peak);
    }

    private static async Task<bool> AnsweringAsync(string documents, string folder)
    {
        var sources = Directory.CreateDirectory(Path.Combine(folder, "sources")).FullName;
        foreach (var seed in Directory.EnumerateFiles(SourcesOptions.ShippedFolder))
        {
            File.Copy(seed, Path.Combine(sources, Path.GetFileName(seed)));
        }

        await using var provider = Stages(sources, Path.Combine(folder, "data"));
        await provider.GetRequiredService<ISourceReload>().ReloadAsync(CancellationToken.None);
        var current = provider.GetRequiredService<CurrentIndex>();
        var versions = new VersionTexts();
        versions.Note(current.Value.Corpus);

        // The bot rehearses too before it takes questions; this process is compiled while it runs.
        foreach (var question in Enumerable.Repeat(BotProgram.Questions(), 5).SelectMany(questions => questions))
        {
            await provider.GetRequiredService<IAnswerer>().AnswerAsync(new Conversation(question, []), listener: null, CancellationToken.None);
        }

        Copy(documents, sources);
        var load = await MeanwhileAsync(provider, versions, $"load of {Directory.GetFiles(sources).Length} files while answering", LoadSeconds);
        var reloads = true;
        for (var round = 1; round <= 5; round++)
        {
            Change(sources, round);
            reloads &= await MeanwhileAsync(provider, versions, $"reload with {Changed} changed while answering", ReloadSeconds);
        }

        return load & reloads;
    }

    private static async Task<bool> MeanwhileAsync(ServiceProvider provider, VersionTexts versions, string what, double bound)
    {
        using var stopped = new CancellationTokenSource();
        var asking = AskAsync(provider, stopped.Token);
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        var run = provider.GetRequiredService<ICorpusChanges>().Start(new CorpusChange.Reload(), new CorpusRequester(CorpusCause.Terminal));
        var outcome = await run.Completion;
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        await stopped.CancelAsync();
        var (answers, errors) = await asking;
        versions.Note(provider.GetRequiredService<CurrentIndex>().Value.Corpus);

        var seconds = outcome is CorpusOutcome.Done(var report) ? report.Elapsed.TotalSeconds : double.PositiveInfinity;
        var times = answers.Select(answer => answer.Milliseconds).Order().ToList();
        var percentile = times[(int)(0.99 * (times.Count - 1))];
        var strays = answers.Count(answer => !versions.Holds(answer.Answer));
        Report(what, seconds, bound, "s");
        Report($"  {times.Count} questions, p50 {times[times.Count / 2]:0.0} ms; p99", percentile, Percentile99Milliseconds, "ms");
        Report("  errors, and answers that are of no one version", errors + strays, 0, "");
        return seconds <= bound && percentile <= Percentile99Milliseconds && errors + strays == 0;
    }

    /// <summary>Asks at a fixed rate, whether answers come or not; a question's time counts from when it was due.</summary>
    private static async Task<(List<(Answer? Answer, double Milliseconds)> Answers, int Errors)> AskAsync(ServiceProvider provider, CancellationToken stopped)
    {
        var answerer = provider.GetRequiredService<IAnswerer>();
        var questions = BotProgram.Questions();
        var asked = new List<Task<(Answer?, double)>>();
        var started = Stopwatch.GetTimestamp();
        for (var number = 0; !stopped.IsCancellationRequested; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / QuestionsPerSecond);
            var wait = due - Stopwatch.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System, CancellationToken.None);
            }

            var question = questions[number % questions.Count];
            asked.Add(Task.Run(async () =>
            {
                var outcome = await answerer.AnswerAsync(new Conversation(question, []), listener: null, CancellationToken.None);
                return ((outcome as AnswerOutcome.Answered)?.Answer, (Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds);
            }, CancellationToken.None));
        }

        await Task.WhenAll(asked.Select(task => task.ContinueWith(static _ => { }, TaskScheduler.Default)));
        return (asked.Where(task => task.IsCompletedSuccessfully).Select(task => task.Result).ToList(), asked.Count(task => !task.IsCompletedSuccessfully));
    }

    private static ServiceProvider Stages(string sources, string data)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Sources:Folder"] = sources, ["Data:Folder"] = data })
            .Build());
        services.AddSingleton(TimeProvider.System);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddIngestion().AddRetrieval(keepsIndexes: true).AddLanguageModels().AddAnswering(keepsAnswers: false).AddCorpusStorage();
        return services.BuildServiceProvider();
    }

    private static string Copy(string documents, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(documents))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }

    private static void Change(string sources, int round)
    {
        foreach (var file in Directory.EnumerateFiles(sources, "*.txt").Order(StringComparer.Ordinal).Skip(round).Chunk(37).Select(files => files[0]).Take(Changed))
        {
            File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"\n\nThis was changed in round {round}.\n"));
        }
    }

    private static void Report(string what, double value, double bound, string unit) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-60} {value,9:0.0} {unit,-3} (bound {bound:0}{(value <= bound ? "" : ", MISSED")})"));
}
