using CstoBot.Storage;
using CstoBot.Storage.Sqlite;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace CstoBot.Tests.Contracts;

/// <summary>A real database in a file of its own.</summary>
internal sealed class SqliteFixture : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private SqliteFixture() => Database = Open();

    public SqliteDatabase Database { get; private set; }

    public static async Task<SqliteFixture> CreateAsync()
    {
        var fixture = new SqliteFixture();
        await new SqliteSchema(fixture.Database).CheckAsync(CancellationToken.None);
        return fixture;
    }

    /// <summary>As after a restart of the program.</summary>
    public async Task ReopenAsync()
    {
        Database.Dispose();
        Database = Open();
        await new SqliteSchema(Database).CheckAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        Database.Dispose();
        folder.Dispose();
    }

    private SqliteDatabase Open() => new(Options.Create(new DataOptions { Folder = folder.Path }));
}
