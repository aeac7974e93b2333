using CstoBot.Storage;
using CstoBot.Storage.Sqlite;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using Dapper;
using Microsoft.Extensions.Options;
using Xunit;

namespace CstoBot.Tests.Cli;

public sealed class BackupVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Copy => Path.Combine(folder.Path, "copy", SqliteDatabase.FileName);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Copies_what_is_committed_while_the_bot_goes_on_writing()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.GiveAnswerAsync(Some.Given(1, Some.Answered("One.")));
        Directory.CreateDirectory(Path.GetDirectoryName(Copy)!);
        using var stop = new CancellationTokenSource();
        var writing = WriteUntilAsync(fixture, stop.Token);

        var finished = await ChildProcess.RunAsync("backup", Copy, "--data", fixture.Database.Folder);
        await stop.CancelAsync();
        await writing;

        Assert.Equal((0, ""), (finished.ExitCode, finished.Error));
        using var database = new SqliteDatabase(Options.Create(new DataOptions { Folder = Path.GetDirectoryName(Copy)! }));
        await new SqliteSchema(database).CheckAsync(CancellationToken.None);
        Assert.NotNull(await new SqliteAnswerStore(database).FindOrNullAsync(1, CancellationToken.None));
        Assert.Equal("ok", await database.ReadAsync(connection => connection.ExecuteScalar<string>("PRAGMA integrity_check"), CancellationToken.None));
        Assert.Equal([Copy], Directory.EnumerateFiles(Path.GetDirectoryName(Copy)!).Where(file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_to_copy_and_a_file_that_is_there_already_are_one_clear_line_each()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var existing = Path.Combine(folder.Path, "existing");
        File.WriteAllText(existing, "mine");

        var nothing = await ChildProcess.RunAsync("backup", Path.Combine(folder.Path, "a"), "--data", Path.Combine(folder.Path, "none"));
        var taken = await ChildProcess.RunAsync("backup", existing, "--data", fixture.Database.Folder);
        var nowhere = await ChildProcess.RunAsync("backup", Path.Combine(existing, "b"), "--data", fixture.Database.Folder);

        Assert.Contains("There is no database in", Assert.Single(nothing.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("is there already", Assert.Single(taken.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("could not be written", Assert.Single(nowhere.ErrorLines), StringComparison.Ordinal);
        Assert.Equal([1, 1, 1], new[] { nothing, taken, nowhere }.Select(finished => finished.ExitCode));
        Assert.Equal("mine", File.ReadAllText(existing));
    }

    private static async Task WriteUntilAsync(SqliteFixture fixture, CancellationToken stop)
    {
        for (var id = 2; !stop.IsCancellationRequested; id++)
        {
            await fixture.GiveAnswerAsync(Some.Given(id, Some.Answered($"Answer {id}.")));
        }
    }
}
