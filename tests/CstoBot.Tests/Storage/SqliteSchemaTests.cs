using CstoBot.Storage;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Xunit;

namespace CstoBot.Tests.Storage;

public sealed class SqliteSchemaTests
{
    private static readonly string[] FirstScripts = ["0001_inbox", "0002_turns", "0003_answers"];

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_named_in_one_clear_message()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "a-file");
        await File.WriteAllTextAsync(file, "", CancellationToken.None);
        using var database = new SqliteDatabase(Options.Create(new DataOptions { Folder = Path.Combine(file, "data") }));

        var exception = await Assert.ThrowsAsync<StartupException>(() => new SqliteSchema(database).CheckAsync(CancellationToken.None));

        Assert.Contains(file, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Data:Folder", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_in_one_clear_message()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "cstobot.db"), new string('x', 5_000), CancellationToken.None);
        using var database = new SqliteDatabase(Options.Create(new DataOptions { Folder = folder.Path }));

        var exception = await Assert.ThrowsAsync<StartupException>(() => new SqliteSchema(database).CheckAsync(CancellationToken.None));

        Assert.Contains(folder.Path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.Database.WriteAsync(
            connection => connection.Execute("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('CstoBot.Storage.Sqlite.Scripts.9999_later.sql', '2030-01-01')"),
            CancellationToken.None);

        var exception = await Assert.ThrowsAsync<StartupException>(fixture.ReopenAsync);

        Assert.Contains("newer version", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_the_first_version_keeps_its_answers()
    {
        using var folder = new TemporaryFolder();
        using var database = new SqliteDatabase(Options.Create(new DataOptions { Folder = folder.Path }));
        await database.WriteAsync(
            connection =>
            {
                foreach (var script in FirstScripts)
                {
                    connection.Execute(EarlierScript(script));
                }

                return connection.Execute(
                    """
                    CREATE TABLE SchemaVersions (SchemaVersionID INTEGER CONSTRAINT 'PK_SchemaVersions_SchemaVersionID' PRIMARY KEY AUTOINCREMENT NOT NULL, ScriptName TEXT NOT NULL, Applied DATETIME NOT NULL);
                    INSERT INTO SchemaVersions (ScriptName, Applied) SELECT 'CstoBot.Storage.Sqlite.Scripts.' || value || '.sql', '2026-01-01'
                    FROM json_each('["0001_inbox","0002_turns","0003_answers"]');
                    INSERT INTO answers (id, chat_id, topic, user_id, question_message_id, message_id, question, language, status, text, answer, elapsed_ms, created_at)
                    VALUES (4, 5, 0, 9, 33, 44, 'Who?', 'Russian', 'answered', 'One. [1]', @answer, 1, 1), (5, 5, 0, 9, 35, NULL, 'Who?', 'Russian', 'answered', 'One. [1]', @answer, 1, 2);
                    """,
                    new { answer = """{"Language":"Russian","Lead":null,"Statements":[],"Citations":[],"Confidence":0.9,"Composer":"quotes","CorpusVersion":"v1","Text":""}""" });
            },
            CancellationToken.None);

        await new SqliteSchema(database).CheckAsync(CancellationToken.None);

        var store = new SqliteAnswerStore(database);
        Assert.Equal(new EarlierAnswer(4, "Who?", 1), await store.LatestOrNullAsync(5, 33, CancellationToken.None));
        Assert.Equal(5, (await store.FindOrNullAsync(4, CancellationToken.None))?.ChatId);
        Assert.Equal(44, await new SqliteOutbox(database).MessageOrNullAsync(new AnswerPart(4, 0), CancellationToken.None));
        Assert.Equal(1, await database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM answer_contents"), CancellationToken.None));
    }

    private static string EarlierScript(string name)
    {
        using var script = typeof(SqliteSchema).Assembly.GetManifestResourceStream($"CstoBot.Storage.Sqlite.Scripts.{name}.sql");
        using var reader = new StreamReader(script ?? Stream.Null);
        return reader.ReadToEnd();
    }

    [Fact]
    public async Task Whoever_asks_first_waits_for_one_who_has_the_file()
    {
        using var folder = new TemporaryFolder();
        using var database = new SqliteDatabase(Options.Create(new DataOptions { Folder = folder.Path }));
        await new SqliteSchema(database).CheckAsync(CancellationToken.None);
        await using var other = new SqliteConnection(database.ConnectionString);
        await other.OpenAsync(CancellationToken.None);

        // Whoever opens the log first has the file to itself for a moment.
        await other.ExecuteAsync("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
        var asked = Task.Run(() => database.ReadAsync(connection => connection.ExecuteScalar<int>("SELECT count(*) FROM inbox"), CancellationToken.None));
        await Task.WhenAny(asked, Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, CancellationToken.None));
        await other.CloseAsync();

        Assert.Equal(0, await asked);
    }
}
