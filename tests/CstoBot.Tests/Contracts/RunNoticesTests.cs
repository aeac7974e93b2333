using CstoBot.Conversations;
using CstoBot.Storage;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Sources;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class RunNoticesTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ChatPlace Place = new(-5, 12, IsGroup: true);
    private static readonly RunNotice Asked = new(7, Place, Language.Russian, MessageId: null, Some.Time, new RunAudit(9, "sources.reloaded", "sources"));

    [Fact]
    public async Task A_notice_is_open_after_a_restart_until_it_has_ended()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var joined = Asked with { Id = 8, Audit = null };
        await fixture.CompleteAsync(Effects.Send([], new Change.NoticeOpened(Asked, SqliteFixture.BotId), new Change.NoticeOpened(joined, SqliteFixture.BotId)));
        await fixture.CompleteAsync(Effects.Send([], new Change.NoticeOpened(Asked with { Id = 9 }, BotId: 2)));

        await fixture.ReopenAsync();
        var notices = new SqliteRunNotices(fixture.Database);
        var open = await notices.OpenAsync(SqliteFixture.BotId, None);
        await fixture.CompleteAsync(Effects.Send([], new Change.NoticeEnded(7)));

        Assert.Equal([Asked, joined], open);
        Assert.Equal([joined], await notices.OpenAsync(SqliteFixture.BotId, None));
        Assert.Null(await notices.FindOrNullAsync(10, None));
    }

    [Fact]
    public async Task The_message_that_shows_it_is_known_once_it_has_arrived()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var (outbox, notices) = (new SqliteOutbox(fixture.Database), new SqliteRunNotices(fixture.Database));
        var message = new Outgoing.Message(Place, RunRenderer.Interrupted(inUse: null, Language.English)) { OfNotice = Asked.Id };
        var entry = (await fixture.CompleteAsync(Effects.Send([message], new Change.NoticeOpened(Asked, SqliteFixture.BotId))))[0];

        var before = await outbox.NoticeOrNullAsync(Asked.Id, None);
        var stored = (await outbox.OpenAsync(SqliteFixture.BotId, None))[0];
        await outbox.CompleteAsync(entry, 44, Some.Time, None);

        Assert.Null(before);
        Assert.Equal(Asked.Id, stored.Outgoing.OfNotice);
        Assert.Equal(44, await outbox.NoticeOrNullAsync(Asked.Id, None));
        Assert.Equal(44, (await notices.FindOrNullAsync(Asked.Id, None))?.MessageId);
    }

    [Fact]
    public async Task What_has_ended_is_kept_no_longer_than_updates_and_not_for_whoever_is_forgotten()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var notices = new SqliteRunNotices(fixture.Database);
        var (forgotten, old) = (Asked, Asked with { Id = 8, Audit = null });
        await fixture.CompleteAsync(Effects.Send(
            [],
            [.. new[] { forgotten, old }.SelectMany(notice => new Change[] { new Change.NoticeOpened(notice, SqliteFixture.BotId), new Change.NoticeEnded(notice.Id) })]));

        await fixture.CompleteAsync(Effects.Send([], new Change.Forgotten(9, Some.Time)));
        var left = (await notices.FindOrNullAsync(forgotten.Id, None), await notices.FindOrNullAsync(old.Id, None));
        using var housekeeping = new Housekeeping(
            fixture.Database, Options.Create(new DataOptions()), new FakeTimeProvider(Some.Time + Housekeeping.UpdateIdsAreKept + TimeSpan.FromDays(1)), NullLogger<Housekeeping>.Instance);
        await housekeeping.PruneAsync(None);

        Assert.Equal((null, old), left);
        Assert.Null(await notices.FindOrNullAsync(old.Id, None));
    }
}
