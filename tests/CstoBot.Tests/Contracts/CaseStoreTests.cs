using CstoBot.Conversations;
using CstoBot.Moderation.Cases;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class CaseStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Reviewer Maria = new(2, "Мария <b>");
    private static readonly Reviewer Viktor = new(3, "Viktor");

    [Fact]
    public async Task A_case_is_read_as_it_was_written_after_a_restart()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var opened = Held(1) with
        {
            Reasons = [HoldReason.LowConfidence, HoldReason.Topic],
            Fallback = new CaseDraft(102, Some.Answer("Quoted.")),
            DueAt = Some.Time.AddHours(4),
        };
        await OpenAsync(fixture, opened);
        await MoveAsync(fixture, opened, new CaseAction.Take(), Maria);
        await fixture.ReopenAsync();

        var read = (await Store(fixture).FindOrNullAsync(1, None))!;

        Assert.Equal((opened.Question.Text, opened.Question.Conversation, opened.Question.MessageId), (read.Question.Text, read.Question.Conversation, read.Question.MessageId));
        Assert.Equal(["Before?"], read.Question.Earlier);
        Assert.Equal((1, CaseState.Pending, CaseOrigin.Held, Language.English), (read.Revision, read.State, read.Origin, read.Question.Language));
        Assert.Equal(opened.Reasons, read.Reasons);
        Assert.Equal((opened.DueAt, opened.OpenedAt), (read.DueAt, read.OpenedAt));
        Assert.Equal(("Six states. [1]", 101L), (read.Draft!.Answer.Text, read.Draft.Id));
        Assert.Equal(("Quoted. [1]", 102L), (read.Fallback!.Answer.Text, read.Fallback.Id));
        Assert.Equal(new Claim(Maria, Some.Time + CaseRules.ClaimLasts), read.Claim);
        Assert.Equal([new CaseEvent(Some.Time, CaseEventKind.Opened), new CaseEvent(Some.Time, CaseEventKind.Taken, Maria)], await Store(fixture).HistoryAsync(1, None));
    }

    [Fact]
    public async Task Of_two_decisions_about_the_same_revision_the_second_is_stale_and_stores_nothing_of_what_came_with_it()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var opened = Held(1);
        await OpenAsync(fixture, opened);
        await MoveAsync(fixture, opened, new CaseAction.Approve(), Maria);

        await Assert.ThrowsAsync<StaleCaseException>(() => MoveAsync(
            fixture, opened, new CaseAction.Reject(RejectReason.Wrong), Viktor, new Change.Audited(new AuditEntry(Some.Time, Viktor.UserId, AuditActions.Case, "1"))));

        var stored = (await Store(fixture).FindOrNullAsync(1, None))!;
        Assert.Equal((CaseState.Approved, Maria, 1), (stored.State, stored.Decision!.By, stored.Revision));
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.Approved], (await Store(fixture).HistoryAsync(1, None)).Select(happened => happened.Kind));
        Assert.Empty(await new SqliteAuditLog(fixture.Database).SinceAsync(DateTimeOffset.MinValue, userId: null, None).ToListAsync(None));
    }

    [Fact]
    public async Task Of_many_decisions_at_once_one_is_stored()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var opened = Held(1);
        await OpenAsync(fixture, opened);

        var stale = await Task.WhenAll(Enumerable.Range(101, 20).Select(async user =>
        {
            try
            {
                await MoveAsync(fixture, opened, new CaseAction.Approve(), new Reviewer(user, $"{user}"));
                return 0;
            }
            catch (StaleCaseException)
            {
                return 1;
            }
        }));

        Assert.Equal(19, stale.Sum());
        Assert.Equal(2, (await Store(fixture).HistoryAsync(1, None)).Count);
    }

    [Fact]
    public async Task Pending_cases_are_counted_paged_and_found_when_due()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        for (var id = 1; id <= 4; id++)
        {
            await OpenAsync(fixture, Held(id) with { DueAt = Some.Time.AddHours(id) });
        }

        await MoveAsync(fixture, Held(1) with { DueAt = Some.Time.AddHours(1) }, new CaseAction.Approve(), Maria);
        await MoveAsync(fixture, Held(3) with { DueAt = Some.Time.AddHours(3) }, new CaseAction.Take(), Maria);
        var store = Store(fixture);

        Assert.Equal(new QueueCounts(Pending: 3, Taken: 1, Some.Time.AddMinutes(2)), await store.CountPendingAsync(Some.Time, None));
        Assert.Equal(0, (await store.CountPendingAsync(Some.Time + CaseRules.ClaimLasts, None)).Taken);
        Assert.Equal([3L, 4L], (await store.PendingAsync(skip: 1, take: 5, None)).Select(of => of.Id));
        Assert.Equal([2L, 3L], (await store.DueAsync(Some.Time.AddHours(3), 10, None)).Select(of => of.Id));
        Assert.Equal(new long[] { 1, 3 }.Order(), (await store.OfReviewerAsync(Maria.UserId, Some.Time, 10, None)).Select(of => of.Id).Order());
        Assert.Equal([(CaseState.Approved, 1)], await store.CountDecidedAsync(Some.Time, None));
    }

    [Fact]
    public async Task Numbers_of_cases_are_not_given_twice()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var first = await Store(fixture).NextIdAsync(None);
        await OpenAsync(fixture, Held(first));

        Assert.NotEqual(first, await Store(fixture).NextIdAsync(None));
    }

    private static SqliteCaseStore Store(SqliteFixture fixture) => new(fixture.Database);

    private static Case Held(long id) => new(
        id,
        CaseOrigin.Held,
        CaseState.Pending,
        Revision: 0,
        new CaseQuestion("Who?", ["Before?"], new ConversationKey(5, 0, 9), MessageId: 33, IsGroup: false, Language.English, AnswerId: null),
        new CaseDraft((100 * id) + 1, Some.Answer("Six states.")),
        Some.Time.AddMinutes(id));

    private static Task OpenAsync(SqliteFixture fixture, Case opened) =>
        fixture.CompleteAsync(Effects.Send([], new Change.CaseOpened(opened, SqliteFixture.BotId, new CaseEvent(Some.Time, CaseEventKind.Opened))));

    private static Task MoveAsync(SqliteFixture fixture, Case of, CaseAction action, Reviewer by, params IReadOnlyList<Change> besides)
    {
        var moved = Assert.IsType<CaseVerdict.Moved>(CaseRules.Apply(of, action, by, Some.Time));
        return fixture.CompleteAsync(Effects.Send([], [.. besides, new Change.CaseMoved(moved.Next, of.State, moved.Event)]));
    }
}
