using System.Diagnostics;
using System.Globalization;
using CstoBot.Answering;
using CstoBot.Benchmarks.Models;
using CstoBot.Conversations;
using CstoBot.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CstoBot.Benchmarks;

/// <summary>What an answer by quotes costs more while metrics and traces are sent to a collector on this machine: both sides in turns, in one process.</summary>
internal static class TelemetryBenchmark
{
    private const int WarmRounds = 5;
    private const int Rounds = 40;

    public static async Task RunAsync()
    {
        await using var services = await LinkedAnswers.StartAsync(new Dictionary<string, string?>());
        var answerer = services.GetRequiredService<IAnswerer>();
        var questions = BotProgram.Questions().Select(question => new Conversation(question, [])).ToList();
        await using var collector = await CollectorAsync();
        var (without, with, started) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < WarmRounds; round++)
        {
            await AskAsync(answerer, questions, []);
        }

        for (var round = 0; round < Rounds; round++)
        {
            await AskAsync(answerer, questions, without);
            var beginning = Stopwatch.GetTimestamp();
            using var exporting = await ExportAsync(collector.Urls.Single());
            started.Add(Stopwatch.GetElapsedTime(beginning).TotalMilliseconds);
            await AskAsync(answerer, questions, with);
            await exporting.StopAsync();
        }

        Figures.Print("an answer, nothing is sent", without, "ms");
        Figures.Print("an answer, metrics and traces are sent", with, "ms");
        Figures.Print("start of the export", started, "ms");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"more by telemetry, of the medians: {1_000 * (Median(with) - Median(without)):0} µs"));
    }

    private static async Task AskAsync(IAnswerer answerer, List<Conversation> questions, List<double> times)
    {
        foreach (var question in questions)
        {
            var beginning = Stopwatch.GetTimestamp();
            await answerer.AnswerAsync(question, listener: null, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(beginning).TotalMilliseconds);
        }
    }

    private static async Task<IHost> ExportAsync(string address)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Telemetry:Endpoint"] = address, ["Telemetry:Protocol"] = "HttpProtobuf" });
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section);
        builder.Services.AddExporters(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>Takes everything and keeps nothing.</summary>
    private static async Task<WebApplication> CollectorAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(http => http.Request.Body.CopyToAsync(Stream.Null));
        await app.StartAsync();
        return app;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
