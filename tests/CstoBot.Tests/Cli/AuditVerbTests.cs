using System.Text.Json;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Cli;

public sealed class AuditVerbTests
{
    [Fact]
    public async Task What_was_done_is_printed_a_line_each_also_while_the_bot_has_the_database_open()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.CompleteAsync(Effects.Send(
            [],
            new Change.Audited(new AuditEntry(Some.Time, 1, AuditActions.RoleGranted, "20", "Admin")),
            new Change.Audited(new AuditEntry(Some.Time.AddDays(1), 20, AuditActions.Refused, "/reload")),
            new Change.Audited(new AuditEntry(Some.Time.AddDays(2), 1, AuditActions.SourcesReloaded, "sources"))));
        var folder = fixture.Database.Folder;

        var all = await ChildProcess.RunAsync("audit", "--data", folder);
        var ofOne = await ChildProcess.RunAsync("audit", "--user", "1", "--data", folder);
        var recent = await ChildProcess.RunAsync("audit", "--since", "2026-03-02", "--data", folder);

        Assert.Equal((0, ""), (all.ExitCode, all.Error));
        Assert.Equal(["20", "/reload", "sources"], Targets(all.Output));
        Assert.Equal(["20", "sources"], Targets(ofOne.Output));
        Assert.Equal(["/reload", "sources"], Targets(recent.Output));
        Assert.Equal(3, (await new SqliteAuditLog(fixture.Database).PageAsync(null, 0, 10, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_one_line()
    {
        using var folder = new TemporaryFolder();

        var noDay = await ChildProcess.RunAsync("audit", "--since", "yesterday", "--data", folder.Path);
        var nothing = await ChildProcess.RunAsync("audit", "--data", Path.Combine(folder.Path, "none"));

        Assert.Equal((2, 1), (noDay.ExitCode, nothing.ExitCode));
        Assert.Contains("yesterday", Assert.Single(noDay.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("There is no database in", Assert.Single(nothing.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "none")));
    }

    private static IEnumerable<string?> Targets(string lines) => lines
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("target").GetString());
}
