using System.Globalization;
using System.Text.Json;
using CstoBot.Storage.Sqlite;
using CstoBot.Tests.Cli;
using CstoBot.Tests.Host;
using Dapper;
using Microsoft.Data.Sqlite;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Operations;

public sealed class JsonLogTests
{
    [Fact]
    public async Task A_run_writes_one_object_a_line_with_event_ids_and_scopes_and_without_persons_or_secrets()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, CancellationToken.None);
        using var bot = BotProcess.Start(sandbox, new Dictionary<string, string>
        {
            ["Logging__Format"] = "Json",
            ["Logging__LogLevel__Default"] = "Trace",
            ["Logging__LogLevel__CstoBot"] = "Trace",
        });
        sandbox.Fail(Fault.TooManyRequests("sendMessage", 1));
        var chat = sandbox.PrivateChat(sandbox.User);

        var asked = sandbox.Send(sandbox.User, chat, "Which countries are members of the CSTO?");
        await sandbox.WaitForMessageAsync(chat, message => message.From.IsBot && message.Id > asked, BotFixture.Patience, CancellationToken.None);
        await bot.WaitAsync(line => line.Contains("QuestionHandler", StringComparison.Ordinal));
        await bot.WaitAsync(line => line.Contains("Delivery", StringComparison.Ordinal));

        var lines = bot.Errors.Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, line.ValueKind));
        Assert.All(lines.Where(IsOurs), line => Assert.NotEqual(0, line.GetProperty("EventId").GetInt32()));
        var answered = lines.Single(line => CategoryOf(line).EndsWith("QuestionHandler", StringComparison.Ordinal));
        var delayed = lines.First(line => CategoryOf(line).EndsWith("Sending.Delivery", StringComparison.Ordinal));
        Assert.True(ScopeOf(answered).GetProperty("UpdateId").GetInt64() > 0);
        Assert.True(ScopeOf(delayed).GetProperty("EntryId").GetInt64() > 0);
        Assert.Matches("^[0-9a-f]{12}$", ScopeOf(answered).GetProperty("ConversationId").GetString());
        Assert.Equal(ScopeOf(answered).GetProperty("ConversationId").GetString(), ScopeOf(delayed).GetProperty("ConversationId").GetString());
        Assert.All(bot.Errors, line =>
        {
            Assert.DoesNotContain(sandbox.BotToken.Split(':')[1], line, StringComparison.Ordinal);
            Assert.DoesNotContain(sandbox.User.Id.ToString(CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
            Assert.DoesNotContain("members of", line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(sandbox.User.FirstName, line, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Text")]
    public async Task Whatever_fails_is_one_line_with_its_exception_and_without_secrets(string format)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, CancellationToken.None);
        foreach (var fault in new[] { Fault.DropBefore("getUpdates"), Fault.HtmlPage("getUpdates", 502), Fault.DropBefore("sendMessage"), Fault.HtmlPage("sendMessage", 502) })
        {
            sandbox.Fail(fault);
        }

        using var bot = BotProcess.Start(sandbox, new Dictionary<string, string>
        {
            ["Logging__Format"] = format,
            ["Logging__LogLevel__Default"] = "Trace",
            ["Logging__LogLevel__CstoBot"] = "Trace",
            ["Model__Endpoint"] = "http://127.0.0.1:9/v1",
            ["Model__Name"] = "a-model",
            ["Model__Key"] = "sk-very-secret",
            ["Telemetry__Endpoint"] = "http://127.0.0.1:9",
            ["Telemetry__Headers"] = "x-key=very-secret",
        });
        var chat = sandbox.PrivateChat(sandbox.User);
        var asked = sandbox.Send(sandbox.User, chat, "Which countries are members of the CSTO?");
        await sandbox.WaitForMessageAsync(chat, message => message.From.IsBot && message.Id > asked, BotFixture.Patience, CancellationToken.None);

        using (var database = new SqliteConnection($"Data Source={Path.Combine(bot.Data, SqliteDatabase.FileName)};Pooling=False"))
        {
            await database.ExecuteAsync("ALTER TABLE chat_settings RENAME TO gone");
        }

        sandbox.Send(sandbox.User, chat, "Which countries are members of the CSTO?");
        await bot.WaitAsync(line => line.Contains("no such table", StringComparison.Ordinal));

        var failed = bot.Errors.First(line => line.Contains("no such table", StringComparison.Ordinal));
        Assert.Contains("   at CstoBot.", failed, StringComparison.Ordinal);
        Assert.All(bot.Errors, line =>
        {
            Assert.DoesNotContain(sandbox.BotToken.Split(':')[1], line, StringComparison.Ordinal);
            Assert.DoesNotContain("very-secret", line, StringComparison.Ordinal);
            Assert.DoesNotContain("members of", line, StringComparison.OrdinalIgnoreCase);
            if (format == "Json")
            {
                Assert.Equal(JsonValueKind.Object, JsonSerializer.Deserialize<JsonElement>(line).ValueKind);
            }
            else
            {
                Assert.Matches("^(trce|dbug|info|warn|fail|crit): ", line);
            }
        });
    }

    [Fact]
    public async Task Another_format_ends_the_start_with_one_clear_line()
    {
        var finished = await ChildProcess.RunAsync(null, new Dictionary<string, string> { ["Logging__Format"] = "Morse" }, ["ask", "Who?"]);

        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("Logging:Format", finished.Error, StringComparison.Ordinal);
        Assert.Single(finished.ErrorLines);
    }

    private static bool IsOurs(JsonElement line) => CategoryOf(line).StartsWith("CstoBot.", StringComparison.Ordinal);

    private static string CategoryOf(JsonElement line) => line.GetProperty("Category").GetString() ?? "";

    private static JsonElement ScopeOf(JsonElement line) =>
        line.GetProperty("Scopes").EnumerateArray().Single(scope => scope.ValueKind == JsonValueKind.Object && scope.TryGetProperty("ConversationId", out _));
}
