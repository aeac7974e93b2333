using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CstoBot.Storage;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram;
using CstoBot.Telegram.Checkups;
using CstoBot.Tests.Cli;
using CstoBot.Tests.Fakes;
using CstoBot.Tests.Ingestion.Reloading;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Operations;

/// <summary><c>cstobot doctor</c> as people run it, against a Telegram on this machine.</summary>
public sealed class DoctorTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> environment = [];
    private SandboxServer? sandbox;

    private SandboxServer Sandbox => sandbox!;

    private string Data => Path.Combine(folder.Path, "data");

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, CancellationToken.None);
        environment["Telegram__Token"] = sandbox.BotToken;
        environment["Telegram__BaseUrl"] = sandbox.Address.ToString();
        environment["Roles__Admins"] = Number(sandbox.Admin.Id);
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_bot_that_is_set_up_right_is_found_so_and_nothing_is_changed()
    {
        environment["Moderation__Mode"] = "All";
        environment["Moderation__ChatId"] = Number(Sandbox.ModeratorsChat.Id);
        environment["Health__ListenUrl"] = $"http://127.0.0.1:{Number(SomePort.Free())}";

        var finished = await DoctorAsync();

        Assert.True(finished.ExitCode == 0, finished.Output + finished.Error);
        Assert.All(finished.OutputLines.SkipLast(1), line => Assert.StartsWith("[ok] ", line, StringComparison.Ordinal));
        Assert.Equal(
            ["settings", "token", "permissions", "updates", "clock", "admins", "moderators' chat", "sources", "sources manifest", "data folder", "disk space", "database", "corpus database", "index", "model", "prompts", "embeddings", "evaluation questions", "listening", "telemetry"],
            finished.OutputLines.SkipLast(1).Select(line => line["[ok] ".Length..].Split(':')[0]));
        Assert.Equal("20 checks, problems: 0, warnings: 0", finished.OutputLines[^1]);
        Assert.Empty(finished.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        Assert.Equal(["getMe", "getWebhookInfo", "getChat", "getChatMember"], Sandbox.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task Programs_read_it_as_json()
    {
        environment["Telegram__Token"] = "123456789:WRONG-secret";

        var finished = await DoctorAsync("--json");
        var answer = JsonSerializer.Deserialize<JsonElement>(finished.Output);
        var token = answer.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("check").GetString() == "token");

        Assert.Equal(1, finished.ExitCode);
        Assert.False(answer.GetProperty("ok").GetBoolean());
        Assert.Equal("problem", token.GetProperty("severity").GetString());
        Assert.Contains("@BotFather", token.GetProperty("remedy").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_the_local_Telegram_is_told_of_and_that_is_no_problem()
    {
        environment["Telegram__Token"] = "";
        environment.Remove("Roles__Admins");

        var finished = await DoctorAsync();

        Assert.Equal(0, finished.ExitCode);
        AssertTells(finished, "[ !] token: none is set: the bot runs in a local Telegram in the browser.", "@BotFather");
        AssertTells(finished, "[ !] admins: the settings name none", "Roles__Admins");
        Assert.Empty(Sandbox.Calls);
        environment["Sandbox__Port"] = "http";
        AssertTells(await DoctorAsync(), "[!!] settings: Sandbox:Port is a number from 0 to 65535", "in the environment");
    }

    [Fact]
    public async Task All_wrong_settings_are_told_at_once_and_misspelt_ones_with_what_is_meant()
    {
        environment["Answering__MaxPassages"] = "0";
        environment["Telegram__MessagesPerSecond"] = "many";
        environment["Telegram__Mode"] = "Morse";
        environment["Telemetry__Endpoint"] = "nowhere";
        environment["Moderation__HoldBelowConfidnce"] = "0.5";
        environment["Modl__Name"] = "x";
        environment["Limits__Xyzzy"] = "1";

        var finished = await DoctorAsync();

        Assert.Equal(1, finished.ExitCode);
        AssertTells(finished, "[!!] settings: Answering:MaxPassages must be between", "appsettings.json");
        AssertTells(finished, "[!!] settings: Telegram:MessagesPerSecond must be a whole number.", "appsettings.json");
        AssertTells(finished, "[!!] settings: Telegram:Mode must be one of Polling, Webhook.", "appsettings.json");
        AssertTells(finished, "[!!] settings: Telemetry:Endpoint must be", "appsettings.json");
        AssertTells(finished, "[ !] settings: Moderation:HoldBelowConfidnce is no setting", "Moderation:HoldBelowConfidence is one");
        AssertTells(finished, "[ !] settings: Modl is no setting", "Model is one");
        AssertTells(finished, "[ !] settings: Limits:Xyzzy is no setting", "Remove it");
    }

    [Fact]
    public async Task Each_part_that_does_not_work_is_told_with_what_to_do()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        Directory.CreateDirectory(Path.Combine(folder.Path, "prompts"));
        await File.WriteAllTextAsync(Data, "a file", CancellationToken.None);
        environment["Telegram__Token"] = "123456789:WRONG-secret";
        environment["Sources__Folder"] = Path.Combine(folder.Path, "nowhere");
        environment["Model__Endpoint"] = "http://127.0.0.1:9/v1";
        environment["Model__Name"] = "a-model";
        environment["Model__Key"] = "sk-very-secret";
        environment["Prompts__Folder"] = Path.Combine(folder.Path, "prompts");
        environment["Embeddings__Endpoint"] = "http://127.0.0.1:9/v1";
        environment["Embeddings__Name"] = "a-model";
        environment["Health__ListenUrl"] = $"http://{taken.LocalEndpoint}";
        environment["Evaluation__Questions"] = Path.Combine(folder.Path, "no.jsonl");
        environment["Telemetry__Endpoint"] = "http://127.0.0.1:9";
        environment["Telemetry__Headers"] = "key=very-secret";

        var finished = await DoctorAsync();

        Assert.Equal(1, finished.ExitCode);
        AssertTells(finished, "[!!] token: Telegram refuses it (401).", "@BotFather");
        AssertTells(finished, "[!!] sources: The sources folder does not exist", "Set Sources:Folder");
        AssertTells(finished, "[!!] data folder:", "Set Data:Folder");
        AssertTells(finished, "[!!] model: http://127.0.0.1:9/v1 cannot be reached.", "Check Model:Endpoint");
        AssertTells(finished, "[!!] prompts:", "Prompts:Folder");
        AssertTells(finished, "[!!] embeddings:", "Check Embeddings:Endpoint");
        AssertTells(finished, "[!!] listening:", "Set Health:ListenUrl to another one");
        AssertTells(finished, "[ !] evaluation questions: reloads are not measured: The question file cannot be read", "Evaluation:Questions");
        AssertTells(finished, "[ !] telemetry: nobody listens on 127.0.0.1:9", "Telemetry:Endpoint");
        Assert.DoesNotContain("secret", finished.Output + finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_without_the_bot_a_webhook_in_the_way_a_manifest_of_other_files_and_a_damaged_database_are_told()
    {
        using var http = new HttpClient();
        await http.GetAsync(new Uri(Sandbox.Address, $"/bot{Sandbox.BotToken}/setWebhook?url=http://127.0.0.1:9/very-secret"), CancellationToken.None);
        var sources = Directory.CreateDirectory(Path.Combine(folder.Path, "sources")).FullName;
        await File.WriteAllTextAsync(Path.Combine(sources, "a.txt"), "A report\n\nSix states.\n", CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(sources, "sources.yaml"), "documents:\n  - file: a.txt\n  - file: b.txt\n", CancellationToken.None);
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, SqliteDatabase.FileName), new string('x', 5_000), CancellationToken.None);
        environment["Sources__Folder"] = sources;
        environment["Moderation__Mode"] = "All";
        environment["Moderation__ChatId"] = "-100123";

        var finished = await DoctorAsync();

        Assert.Equal(1, finished.ExitCode);
        AssertTells(finished, "[ !] updates: the bot polls, but Telegram brings its updates to a webhook at 127.0.0.1", "deletes that webhook");
        AssertTells(finished, "[!!] moderators' chat: the bot is not in it", "Add the bot");
        AssertTells(finished, "[ !] sources manifest: names files that are not there (1): b.txt", "sources.yaml");
        AssertTells(finished, "[!!] database:", "backup");
        Assert.DoesNotContain("very-secret", finished.Output, StringComparison.Ordinal);
        Assert.Equal([SqliteDatabase.FileName], Directory.EnumerateFileSystemEntries(Data).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_database_is_whole_of_an_older_or_of_a_newer_version()
    {
        var options = Options.Create(new DataOptions { Folder = Data });
        using (var database = new SqliteDatabase(options))
        {
            await new SqliteSchema(database).OpenAsync(create: true, CancellationToken.None);
        }

        var checkup = new SqliteCheckup(options);
        var whole = await checkup.ExamineAsync(CancellationToken.None);
        await ExecuteAsync("DELETE FROM SchemaVersions WHERE SchemaVersionID = (SELECT max(SchemaVersionID) FROM SchemaVersions)");
        var older = await checkup.ExamineAsync(CancellationToken.None);
        await ExecuteAsync("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999-later.sql', '2030-01-01')");
        var newer = await checkup.ExamineAsync(CancellationToken.None);

        Assert.StartsWith("whole, of this version", whole[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("the bot brings it up to date when it starts", older[0].Text, StringComparison.Ordinal);
        Assert.Equal((Severity.Ok, Severity.Problem), (older[0].Severity, newer[0].Severity));
        Assert.Equal([SqliteDatabase.FileName], Directory.EnumerateFileSystemEntries(Data).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_corpus_that_is_written_at_this_moment_is_neither_damaged_nor_somebody_elses()
    {
        using var changes = new SomeChanges();
        changes.Sources.Add("a.txt", "The council met in Minsk.");
        await changes.DoneAsync();
        using var writer = new SqliteConnection($"Data Source={Path.Combine(changes.Data, DataFolder.CorpusFileName)};Pooling=False");
        writer.Open();
        writer.Execute("BEGIN EXCLUSIVE");

        var found = await new SqliteCheckup(Options.Create(new DataOptions { Folder = changes.Data })).ExamineAsync(CancellationToken.None);

        Assert.Equal((Severity.Warning, "Try again in a moment; if it stays so, end whatever else has the file open."), (found[1].Severity, found[1].Remedy));
        Assert.EndsWith("is locked by another program.", found[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3_600, "ahead of")]
    [InlineData(-3_600, "behind")]
    public async Task A_wrong_clock_is_told(int seconds, string expected)
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddSeconds(seconds));
        var telegram = new TelegramOptions { Token = Sandbox.BotToken, BaseUrl = Sandbox.Address.ToString() };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Telegram:Token"] = Sandbox.BotToken }).Build();

        var found = await new BotCheckup(configuration, Options.Create(telegram), time).ExamineAsync(CancellationToken.None);

        Assert.Contains(found, diagnosis => diagnosis is { Check: "clock", Severity: Severity.Warning } && diagnosis.Text.Contains(expected, StringComparison.Ordinal));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, SqliteDatabase.FileName)};Pooling=False");
        await connection.ExecuteAsync(sql);
    }

    private Task<Finished> DoctorAsync(params string[] arguments) => ChildProcess.RunAsync(null, environment, ["doctor", "--data", Data, .. arguments]);

    private static void AssertTells(Finished finished, string line, string remedy)
    {
        var position = finished.OutputLines.ToList().FindIndex(told => told.StartsWith(line, StringComparison.Ordinal));
        Assert.True(position >= 0, $"Not told: {line}\n{finished.Output}{finished.Error}");
        Assert.StartsWith("     ", finished.OutputLines[position + 1], StringComparison.Ordinal);
        Assert.Contains(remedy, finished.OutputLines[position + 1], StringComparison.Ordinal);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
