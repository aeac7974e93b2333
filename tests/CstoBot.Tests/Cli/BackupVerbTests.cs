using CstoBot.Ingestion.Reloading;
using CstoBot.Storage;
using CstoBot.Storage.Sqlite;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using CstoBot.Tests.Ingestion.Reloading;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Xunit;

namespace CstoBot.Tests.Cli;

public sealed class BackupVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Copy => Path.Combine(folder.Path, "copy");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Copies_what_is_committed_while_the_bot_goes_on_writing()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.GiveAnswerAsync(Some.Given(1, Some.Answered("One.")));
        using var stop = new CancellationTokenSource();
        var writing = WriteUntilAsync(fixture, stop.Token);

        var finished = await ChildProcess.RunAsync("backup", Copy, "--data", fixture.Database.Folder);
        await stop.CancelAsync();
        await writing;

        Assert.Equal((0, ""), (finished.ExitCode, finished.Error));
        Assert.Matches(@"/copy/cstobot\.db: [0-9]+ KB$", finished.OutputLines[0]);
        Assert.Equal("corpus.db: there is none yet, so the backup is without it", finished.OutputLines[1]);
        Assert.Equal(["cstobot.db"], Directory.EnumerateFileSystemEntries(Copy).Select(Path.GetFileName));
        using var database = new SqliteDatabase(Options.Create(new DataOptions { Folder = Copy }));
        await new SqliteSchema(database).CheckAsync(CancellationToken.None);
        Assert.NotNull(await new SqliteAnswerStore(database).FindOrNullAsync(1, CancellationToken.None));
        Assert.Equal("ok", await database.ReadAsync(connection => connection.ExecuteScalar<string>("PRAGMA integrity_check"), CancellationToken.None));
    }

    [Fact]
    public async Task Copies_a_whole_version_of_the_documents_while_they_are_read_anew()
    {
        using var changes = new SomeChanges();
        await WriteAsync(changes, round: 0);
        using var stop = new CancellationTokenSource();
        var reloading = Task.Run(
            async () =>
            {
                for (var round = 1; !stop.IsCancellationRequested; round++)
                {
                    await WriteAsync(changes, round);
                }
            },
            CancellationToken.None);
        var backup = new SqliteBackup(Options.Create(new DataOptions { Folder = changes.Data }));

        for (var time = 0; time < 8; time++)
        {
            await backup.WriteAsync(Copy, mayReplace: true, CancellationToken.None);

            using var kept = new SqliteConnection($"Data Source={Path.Combine(Copy, "corpus.db")};Pooling=False");
            Assert.Equal("ok", kept.ExecuteScalar<string>("PRAGMA integrity_check"));
            Assert.Empty(kept.Query("PRAGMA foreign_key_check"));
            Assert.True(kept.ExecuteScalar<long>("SELECT count(*) FROM versions") > 0);
        }

        await stop.CancelAsync();
        await reloading;
        Assert.Equal([Copy], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task What_is_not_to_be_overwritten_and_what_cannot_be_written_are_one_clear_line_each()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var (file, mine) = (Path.Combine(folder.Path, "file"), Path.Combine(folder.Path, "mine"));
        File.WriteAllText(file, "mine");
        Directory.CreateDirectory(mine);
        File.WriteAllText(Path.Combine(mine, "letter.txt"), "mine");
        await RunAsync(fixture, Copy);
        var first = File.ReadAllBytes(Path.Combine(Copy, "cstobot.db"));
        await fixture.GiveAnswerAsync(Some.Given(1, Some.Answered("One.")));

        var nothing = await ChildProcess.RunAsync("backup", Path.Combine(folder.Path, "a"), "--data", Path.Combine(folder.Path, "none"));
        var onAFile = await RunAsync(fixture, file, "--replace");
        var onOthers = await RunAsync(fixture, mine, "--replace");
        var onItself = await RunAsync(fixture, fixture.Database.Folder, "--replace");
        var nowhere = await RunAsync(fixture, Path.Combine(file, "b"));
        var again = await RunAsync(fixture, Copy);

        Assert.Contains("There is no database in", Assert.Single(nothing.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("is a file: name a new folder", Assert.Single(onAFile.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("holds something else than a backup", Assert.Single(onOthers.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("holds something else than a backup", Assert.Single(onItself.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("could not be written", Assert.Single(nowhere.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("holds a backup already", Assert.Single(again.ErrorLines), StringComparison.Ordinal);
        Assert.All(new[] { nothing, onAFile, onOthers, onItself, nowhere, again }, finished => Assert.Equal((1, ""), (finished.ExitCode, finished.Output)));
        Assert.Equal(first, File.ReadAllBytes(Path.Combine(Copy, "cstobot.db")));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(mine, "letter.txt")));

        Assert.Equal(0, (await RunAsync(fixture, Copy, "--replace")).ExitCode);
        Assert.NotEqual(first, File.ReadAllBytes(Path.Combine(Copy, "cstobot.db")));
        Assert.Equal([Copy, file, mine], Directory.EnumerateFileSystemEntries(folder.Path).Order());
    }

    private static Task<Finished> RunAsync(SqliteFixture fixture, string target, params IReadOnlyList<string> more) =>
        ChildProcess.RunAsync(["backup", target, "--data", fixture.Database.Folder, .. more]);

    private static async Task WriteAsync(SomeChanges changes, int round)
    {
        for (var document = 0; document < 20; document++)
        {
            changes.Sources.Add($"{document}.txt", $"The council number {document} met in Minsk in round {round}.");
        }

        Assert.IsType<CorpusOutcome.Done>(await changes.ReloadAsync());
    }

    private static async Task WriteUntilAsync(SqliteFixture fixture, CancellationToken stop)
    {
        for (var id = 2; !stop.IsCancellationRequested; id++)
        {
            await fixture.GiveAnswerAsync(Some.Given(id, Some.Answered($"Answer {id}.")));
        }
    }
}
