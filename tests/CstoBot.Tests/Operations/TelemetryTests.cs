using System.Globalization;
using CstoBot.Answering;
using CstoBot.Ingestion;
using CstoBot.LanguageModels;
using CstoBot.Retrieval;
using CstoBot.Tests.Host;
using CstoBot.Tests.Ingestion.Reloading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ModelSandbox;
using ModelSandbox.Personas;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Operations;

/// <summary>What a collector gets of a whole run of the bot.</summary>
public sealed class TelemetryTests
{
    private const string Question = "What does Tasmagambetov call the basic toolkit for achieving the CSTO's statutory goals?";

    [Theory]
    [InlineData("Grpc")]
    [InlineData("HttpProtobuf")]
    public async Task A_collector_gets_metrics_and_traces_and_nothing_that_anybody_said(string protocol)
    {
        await using var collector = await OtlpCollector.StartAsync(isGrpc: protocol == "Grpc");
        await using var server = await ScriptedModelServer.StartAsync(null, CancellationToken.None);
        await using var stages = await StagesAsync(server);
        server.Play(Honest.Verbatim);
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Telemetry:Endpoint"] = collector.Address;
        bot.Setting.Settings["Telemetry:Protocol"] = protocol;
        bot.Setting.Settings["Telemetry:Headers"] = "x-key=of the collector";
        bot.Setting.Settings["Telemetry:ServiceName"] = "the-bot";
        bot.Answerer.Instead = stages.GetRequiredService<IAnswerer>();
        await bot.StartBotAsync();

        bot.Sandbox.Fail(Fault.TooManyRequests("sendMessage", 1));
        await bot.AskAsync(Question);
        await bot.AskAsync("Which countries are members of the CSTO?");
        await bot.AskAsync("/help");
        server.Play(new InventsQuotes());
        await bot.AskAsync("What did Tasmagambetov say about peacekeeping?");
        await ReloadAsync();
        await bot.StopBotAsync();

        Assert.Empty(collector.Faults);
        Assert.Contains(collector.Spans, span => span.Name == "receive update");
        var (units, metrics) = (collector.Metrics.DistinctBy(metric => metric.Name).ToDictionary(metric => metric.Name, metric => metric.Unit), collector.Metrics);
        Assert.Equal(
            [
                ("cstobot.answer.duration", "s"), ("cstobot.answers", "{answer}"), ("cstobot.corpus.chunks", "{chunk}"), ("cstobot.corpus.documents", "{document}"),
                ("cstobot.inbox.updates", "{update}"), ("cstobot.model.answers", "{answer}"), ("cstobot.outbox.messages", "{message}"), ("cstobot.questions", "{question}"), ("cstobot.reload.duration", "s"),
                ("cstobot.retrieval.passages", "{passage}"), ("cstobot.stage.duration", "s"), ("cstobot.telegram.request.duration", "s"), ("cstobot.telegram.retry_after", "s"),
                ("cstobot.update.duration", "s"), ("cstobot.verification.failures", "{statement}"), ("gen_ai.client.operation.duration", "s"), ("gen_ai.client.token.usage", "{token}"),
            ],
            units.Where(unit => !unit.Key.StartsWith("dotnet.", StringComparison.Ordinal))
                .OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => (unit.Key, unit.Value)));
        Assert.Contains("dotnet.gc.collections", units.Keys);
        Assert.Superset(new HashSet<string> { "understanding", "retrieval", "composing", "verification", "moderation" }, Values(metrics, "cstobot.stage.duration", "cstobot.stage"));
        Assert.Contains("answered", Values(metrics, "cstobot.answers", "cstobot.answer.status"));
        Assert.Contains("model", Values(metrics, "cstobot.answers", "cstobot.answer.composer"));
        Assert.Contains("private", Values(metrics, "cstobot.questions", "cstobot.chat.type"));
        Assert.Contains("429", Values(metrics, "cstobot.telegram.request.duration", "error.type"));
        Assert.Contains("sendMessage", Values(metrics, "cstobot.telegram.retry_after", "cstobot.telegram.method"));
        Assert.Contains("output", Values(metrics, "gen_ai.client.token.usage", "gen_ai.token.type"));
        AssertSane(metrics);
        Assert.Equal(["the-bot"], collector.ServiceNames);
        Assert.All(collector.Headers, header => Assert.Equal("of the collector", header));
        AssertSaysNothing(collector.Everything, bot);
        Assert.DoesNotContain(bot.Setting.Logs.Lines, line => line.Contains("of the collector", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_update_is_one_trace_and_what_is_sent_for_it_another_that_is_linked_to_it()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Telemetry:Endpoint"] = collector.Address;
        bot.Setting.Settings["Telemetry:Protocol"] = "HttpProtobuf";
        await bot.StartBotAsync();

        await bot.AskAsync("Who?");
        await bot.StopBotAsync();

        // Other tests are traced meanwhile: there is one trace at least of which all this is true.
        var spans = collector.Spans;
        Assert.Contains(spans.Where(span => span.Name == "receive update"), received =>
            received.Parent == ""
            && spans.SingleOrDefault(span => span.Trace == received.Trace && span.Name == "handle update") is { } handled
            && handled.Parent == received.Id
            && handled.Attributes["cstobot.update.kind"] == "question"
            && spans.Any(span => span.Name == "moderation" && span.Parent == handled.Id)
            && spans.Any(span => span.Name == "store" && span.Parent == handled.Id)
            && spans.FirstOrDefault(span => span.Name == "deliver" && span.Links.Contains(received.Trace)) is { Parent: "" } delivery
            && delivery.Trace != received.Trace
            && spans.Any(span => span.Name == "sendMessage" && span.Parent == delivery.Id));
        Assert.DoesNotContain(spans, span => span.Name == "getUpdates");
    }

    [Fact]
    public async Task A_collector_that_is_not_there_disturbs_nothing_and_fills_no_log()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9";
        await bot.StartBotAsync();

        var reply = await bot.AskAsync("Who?");
        await bot.StopBotAsync();

        Assert.StartsWith("You asked: Who?", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Setting.Logs.Lines, line => line.Contains("OpenTelemetry", StringComparison.Ordinal) || line.Contains("127.0.0.1:9", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Grpc", "fails")]
    [InlineData("Grpc", "closes")]
    [InlineData("Grpc", "hangs")]
    [InlineData("HttpProtobuf", "fails")]
    [InlineData("HttpProtobuf", "closes")]
    [InlineData("HttpProtobuf", "hangs")]
    public async Task A_collector_that_takes_nothing_keeps_neither_an_answer_nor_the_end_waiting(string protocol, string way)
    {
        await using var collector = await OtlpCollector.StartAsync(protocol == "Grpc", http => RefuseAsync(http, way));
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Telemetry:Endpoint"] = collector.Address;
        bot.Setting.Settings["Telemetry:Protocol"] = protocol;
        bot.Setting.Settings["Telemetry:Headers"] = "x-key=of the collector";
        await bot.StartBotAsync();
        await bot.AskAsync("Who?");
        await bot.UntilAsync(() => collector.Requests > 0);

        var reply = await bot.AskAsync("Where?");
        await bot.StopBotAsync().WaitAsync(BotFixture.Patience, TestContext.Current.CancellationToken);

        Assert.StartsWith("You asked: Where?", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            bot.Setting.Logs.Lines,
            line => line.Contains("of the collector", StringComparison.Ordinal) || line.Contains("OpenTelemetry", StringComparison.Ordinal) || line.Contains(collector.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_collector_nothing_listens()
    {
        await using var bot = await BotFixture.StartAsync();

        Assert.Null(bot.Run.Services.GetService<MeterProvider>());
        Assert.Null(bot.Run.Services.GetService<TracerProvider>());
    }

    [Theory]
    [InlineData("Telemetry:Endpoint", "localhost:4317", "Telemetry:Endpoint must be an http or https address")]
    [InlineData("Telemetry:Headers", "of-the-collector", "Telemetry:Headers must be name=value")]
    [InlineData("Telemetry:Protocol", "Morse", "Telemetry:Protocol")]
    public async Task A_wrong_setting_ends_the_start_with_one_clear_line(string name, string value, string expected)
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Telemetry:Endpoint"] = "http://127.0.0.1:9";
        bot.Setting.Settings[name] = value;

        var exception = await Assert.ThrowsAsync<StartupException>(bot.StartBotAsync);

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("of-the-collector", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Other tests are measured meanwhile: there may be more than one run makes, and never less.</summary>
    private static void AssertSane(IReadOnlyList<ReceivedMetric> metrics)
    {
        IReadOnlyList<ReceivedPoint> Points(string name, string attribute = "", string value = "") =>
        [
            .. metrics.Where(metric => metric.Name == name).SelectMany(metric => metric.Points)
                .Where(point => attribute.Length == 0 || point.Attributes.GetValueOrDefault(attribute) == value),
        ];

        Assert.Contains(Points("cstobot.questions", "cstobot.chat.type", "private"), point => point.Value >= 3);
        Assert.Contains(Points("cstobot.answers", "cstobot.answer.status", "answered"), point => point.Value >= 1);
        Assert.Contains(Points("cstobot.retrieval.passages"), point => point.Value / point.Count is > 0 and <= 96);
        Assert.Contains(Points("cstobot.verification.failures"), point => point.Value >= 1 && point.Attributes.ContainsKey("cstobot.verification.fault"));
        Assert.Contains(Points("cstobot.outbox.messages", "cstobot.state", "open"), point => point.Value >= 0);
        Assert.Contains(Points("cstobot.telegram.request.duration", "error.type", "429"), point => point.Count >= 1);
        Assert.Contains(Points("cstobot.telegram.retry_after", "cstobot.telegram.method", "sendMessage"), point => point is { Count: >= 1, Value: >= 1 });
        Assert.Contains(Points("cstobot.reload.duration", "cstobot.reload.change", "reload"), point => point.Count >= 1 && point.Attributes["cstobot.reload.outcome"] == "done");
        Assert.Contains(Points("cstobot.corpus.documents"), point => point.Value >= 1);
        Assert.Contains(Points("gen_ai.client.token.usage", "gen_ai.token.type", "output"), point => point is { Count: >= 1, Value: > 0 });
        Assert.All(
            Points("cstobot.stage.duration").Concat(Points("cstobot.answer.duration")).Concat(Points("gen_ai.client.operation.duration")),
            point => Assert.InRange(point.Value / point.Count, 0, 60));
    }

    private static async Task ReloadAsync()
    {
        using var changes = new SomeChanges();
        changes.Sources.Add("a.txt", "The council met in Minsk.");
        await changes.DoneAsync();
    }

    private static void AssertSaysNothing(string everything, BotFixture bot)
    {
        string[] secrets =
        [
            bot.Sandbox.BotToken.Split(':')[1], "Tasmagambetov", "toolkit", "members of",
            bot.Sandbox.User.FirstName, bot.Sandbox.User.Username, bot.Sandbox.User.Id.ToString(CultureInfo.InvariantCulture),
            "127.0.0.1", "of the collector",
        ];

        Assert.All(secrets, secret => Assert.DoesNotContain(secret, everything, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<bool> RefuseAsync(HttpContext http, string way)
    {
        switch (way)
        {
            case "fails":
                http.Response.StatusCode = 500;
                break;
            case "closes":
                http.Abort();
                break;
            default:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
        }

        return false;
    }

    private static HashSet<string> Values(IEnumerable<ReceivedMetric> metrics, string name, string attribute) =>
        [.. metrics.Where(metric => metric.Name == name).SelectMany(metric => metric.Points).Select(point => point.Attributes.GetValueOrDefault(attribute)).OfType<string>()];

    private static async Task<ServiceProvider> StagesAsync(ScriptedModelServer server)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Model:Endpoint"] = server.Address.ToString(),
            ["Model:Key"] = server.Options.Key,
            ["Model:Name"] = server.Options.Models[0],
        }).Build());
        services.AddLogging().AddIngestion().AddRetrieval().AddLanguageModels().AddAnswering(keepsAnswers: true);
        var provider = services.BuildServiceProvider();
        await provider.CheckStartAsync(CancellationToken.None);
        await provider.GetRequiredService<ISourceReload>().ReloadAsync(CancellationToken.None);
        return provider;
    }
}
