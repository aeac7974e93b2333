using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CstoBot.Benchmarks;

/// <summary>
/// Search in a collection of any size (a folder with <c>docs.jsonl</c> and <c>queries.jsonl</c>), through the command line as people
/// use it: the process's start, reading and the pipe between are part of every figure. Prints one line of JSON.
/// </summary>
internal static partial class SearchBenchmark
{
    private const int Samples = 2_000;
    private const int PassagesPerFile = 1_000;

    public static async Task RunAsync(BotProgram bot, string collection)
    {
        var documents = File.ReadLines(Path.Combine(collection, "docs.jsonl")).Count();
        var queries = File.ReadLines(Path.Combine(collection, "queries.jsonl")).Select(Query).ToList();
        var started = Stopwatch.GetTimestamp();
        using var process = bot.Start(["search", "--jsonl", "--documents", Path.Combine(Path.GetFullPath(collection), "docs.jsonl")]);
        await AnswerAsync(process, queries[0]);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;

        for (var warm = 0; warm < Math.Max(Samples, 3 * queries.Count); warm++)
        {
            await AnswerAsync(process, queries[warm % queries.Count]);
        }

        var times = new List<double>();
        for (var sample = 0; sample < Samples; sample++)
        {
            times.Add(await AnswerAsync(process, queries[sample % queries.Count]));
        }

        times.Sort();
        var (resident, peak) = (BotProgram.MegabytesOrNull(process, "VmRSS"), BotProgram.MegabytesOrNull(process, "VmHWM"));
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            engine = "cstobot",
            docs = documents,
            docs_per_s = Math.Round(documents / seconds),
            p50_ms = Math.Round(times[times.Count / 2], 3),
            p99_ms = Math.Round(times[(int)Math.Ceiling(0.99 * times.Count) - 1], 3),
            rss_mb = Math.Round(resident ?? 0),
            peak_mb = Math.Round(peak ?? 0),
        }));
    }

    /// <summary>Starts the bot twice on the collection's texts as source files: the first start indexes them, the second opens the index.</summary>
    public static async Task OpenAsync(BotProgram bot, string collection)
    {
        var (sources, data) = (Directory.CreateTempSubdirectory("cstobot-benchmark"), Directory.CreateTempSubdirectory("cstobot-benchmark"));
        try
        {
            foreach (var (lines, number) in File.ReadLines(Path.Combine(collection, "docs.jsonl")).Chunk(PassagesPerFile).Select((lines, number) => (lines, number)))
            {
                await File.WriteAllTextAsync(Path.Combine(sources.FullName, $"{number:00000}.txt"), string.Join("\n\n", lines.Select(Text)));
            }

            // A local Telegram of another port would keep its data elsewhere.
            var port = FreePort();
            await StartAsync(bot, sources.FullName, data.FullName, port, Built());
            var milliseconds = await StartAsync(bot, sources.FullName, data.FullName, port, Opened());
            Console.WriteLine(JsonSerializer.Serialize(new { engine = "cstobot", open_ms = milliseconds, sources = sources.GetFiles().Length }));
        }
        finally
        {
            sources.Delete(recursive: true);
            data.Delete(recursive: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Query(string line)
    {
        using var json = JsonDocument.Parse(line);
        return JsonSerializer.Serialize(new { id = json.RootElement.GetProperty("id").GetString(), query = json.RootElement.GetProperty("text").GetString() });
    }

    private static string Text(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("text").GetString() ?? string.Empty;
    }

    private static async Task<double> AnswerAsync(Process process, string query)
    {
        var started = Stopwatch.GetTimestamp();
        await process.StandardInput.WriteLineAsync(query);
        await process.StandardInput.FlushAsync();
        var answer = await process.StandardOutput.ReadLineAsync();
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return answer?.Contains("\"hits\"", StringComparison.Ordinal) == true ? elapsed : throw new InvalidOperationException($"no hits: {answer}");
    }

    /// <summary>Runs the bot until its log says what is looked for; gives the number in it.</summary>
    private static async Task<double> StartAsync(BotProgram bot, string sources, string data, int port, Regex looked)
    {
        var found = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var process = bot.Start(["--sources", sources, "--data", data], new Dictionary<string, string> { ["Sandbox__Port"] = $"{port}", ["Index__MemoryMegabytes"] = "0" });
        process.ErrorDataReceived += (_, line) =>
        {
            if (looked.Match(line.Data ?? string.Empty) is { Success: true } match)
            {
                found.TrySetResult(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
            }
        };
        await Task.WhenAny(found.Task, process.WaitForExitAsync());
        var greeting = await process.StandardOutput.ReadLineAsync();
        process.Kill();
        await process.WaitForExitAsync();
        return greeting is not null && found.Task.IsCompletedSuccessfully ? await found.Task : throw new InvalidOperationException("the bot did not start");
    }

    [GeneratedRegex(@"indexed on disk in ([\d.]+) s")]
    private static partial Regex Built();

    [GeneratedRegex(@"opened in ([\d.]+) ms")]
    private static partial Regex Opened();
}
