using CstoBot.Storage;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace CstoBot.Tests.Contracts;

/// <summary>A real database in a file of its own.</summary>
internal sealed class SqliteFixture : IDisposable
{
    public const long BotId = 1;

    private readonly TemporaryFolder folder = new();
    private long updates = 1_000;

    private SqliteFixture() => Database = Open();

    public SqliteDatabase Database { get; private set; }

    public static async Task<SqliteFixture> CreateAsync()
    {
        var fixture = new SqliteFixture();
        await new SqliteSchema(fixture.Database).CheckAsync(CancellationToken.None);
        return fixture;
    }

    /// <summary>What comes of an update, stored as the bot stores it.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> CompleteAsync(Effects effects)
    {
        var inbox = new SqliteInbox(Database);
        var update = new ReceivedUpdate(new UpdateKey(BotId, Interlocked.Increment(ref updates)), "{}");
        await inbox.AddAsync([update], Some.Time, CancellationToken.None);
        return await inbox.CompleteAsync(update.Key, effects, firstBegins: false, Some.Time, CancellationToken.None);
    }

    public async Task<OutboxEntry> AddToOutboxAsync(Outgoing outgoing) => (await CompleteAsync(Effects.Send([outgoing])))[0];

    public Task GiveAnswerAsync(GivenAnswer answer, long? supersedes = null) =>
        CompleteAsync(Effects.Send([], new Change.AnswerGiven(answer, supersedes)));

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
