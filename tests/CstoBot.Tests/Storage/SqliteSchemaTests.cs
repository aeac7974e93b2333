using CstoBot.Storage;
using CstoBot.Storage.Sqlite;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Xunit;

namespace CstoBot.Tests.Storage;

public sealed class SqliteSchemaTests
{
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
}
