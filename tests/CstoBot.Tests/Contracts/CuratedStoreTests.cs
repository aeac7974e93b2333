using CstoBot.Moderation.Curated;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Tests.Fakes;
using CstoBot.Tests.Moderation.Curated;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class CuratedStoreTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_is_kept_is_found_again_as_it_was_after_a_restart()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var kept = SomeCurated.Kept("And when?", Some.Answer("One.", "Two.") with { Checked = new DateOnly(2026, 11, 23) }) with { Carried = "Did it meet?" };
        await KeepAsync(fixture, kept);
        await KeepAsync(fixture, SomeCurated.Kept("Whose?", SomeCurated.Note("Nobody’s."), caseId: null));

        await fixture.ReopenAsync();
        var store = new SqliteCuratedStore(fixture.Database);

        var found = Assert.IsType<CuratedAnswer>(await store.FindOrNullAsync(1, None));
        Assert.Equal((1, 5L, "And when?", "Did it meet?", CuratedState.Active), (found.Id, found.CaseId!.Value, found.Question, found.Carried, found.State));
        Assert.Equal((SomeCurated.Reviewer, Some.Time, null), (found.By, found.At, found.EndedAt));
        Assert.Equal(kept.Answer.Text, found.Answer.Text);
        Assert.Equal(kept.Answer.Checked, found.Answer.Checked);
        Assert.Equal(kept.Answer.Citations, found.Answer.Citations);
        Assert.Equal(kept.Cited, found.Cited);
        var note = Assert.IsType<CuratedAnswer>(await store.FindOrNullAsync(2, None));
        Assert.True(Assert.Single(note.Answer.Statements).IsNote);
        Assert.Null(note.CaseId);
        Assert.Empty(note.Cited);
        Assert.Null(await store.FindOrNullAsync(3, None));
    }

    [Fact]
    public async Task Pages_show_the_newest_first_and_only_what_is_in_use_is_active()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var store = new SqliteCuratedStore(fixture.Database);
        for (var number = 1; number <= 5; number++)
        {
            await KeepAsync(fixture, SomeCurated.Kept($"Question {number}?", caseId: number));
        }

        await fixture.CompleteAsync(Effects.Send([], new Change.CuratedRetired(2, SomeCurated.Reviewer, Some.Time.AddDays(1)), new Change.CuratedSuspended(4, Some.Time)));

        Assert.Equal([1L, 3, 5], (await store.ActiveAsync(None)).Select(answer => answer.Id));
        Assert.Equal([1L, 3, 5], await store.ActiveIdsAsync(None));
        var page = await store.PageAsync(state: null, skip: 1, take: 3, None);
        Assert.Equal([4L, 3, 2], page.Answers.Select(answer => answer.Id));
        Assert.Equal(5, page.Total);
        Assert.Equal([CuratedState.Suspended, CuratedState.Active, CuratedState.Retired], page.Answers.Select(answer => answer.State));
        Assert.Equal(Some.Time.AddDays(1), page.Answers[2].EndedAt);
        Assert.Equal([4L], (await store.PageAsync(CuratedState.Suspended, 0, 10, None)).Answers.Select(answer => answer.Id));
    }

    [Fact]
    public async Task What_is_decided_anew_takes_the_place_of_what_was_kept_of_the_case()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var store = new SqliteCuratedStore(fixture.Database);
        await KeepAsync(fixture, SomeCurated.Kept("Who?", caseId: 5));
        await KeepAsync(fixture, SomeCurated.Kept("Whose?", caseId: 6));
        await KeepAsync(fixture, SomeCurated.Kept("Imported?", caseId: null));
        await KeepAsync(fixture, SomeCurated.Kept("Imported too?", caseId: null));
        await fixture.CompleteAsync(Effects.Send([], new Change.CuratedSuspended(1, Some.Time)));

        await KeepAsync(fixture, SomeCurated.Kept("Who?", Some.Answer("Seven states."), caseId: 5));

        Assert.Equal([2L, 3, 4, 5], (await store.ActiveAsync(None)).Select(answer => answer.Id));
        Assert.Equal(CuratedState.Retired, (await store.FindOrNullAsync(1, None))!.State);
    }

    [Fact]
    public async Task What_is_retired_is_neither_suspended_nor_in_use_again()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var store = new SqliteCuratedStore(fixture.Database);
        await KeepAsync(fixture, SomeCurated.Kept());

        await fixture.CompleteAsync(Effects.Send([], new Change.CuratedRetired(1, SomeCurated.Reviewer, Some.Time), new Change.CuratedSuspended(1, Some.Time.AddDays(1))));

        var retired = await store.FindOrNullAsync(1, None);
        Assert.Equal((CuratedState.Retired, Some.Time), (retired!.State, retired.EndedAt));
    }

    [Fact]
    public async Task Every_change_is_seen_by_the_version()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var store = new SqliteCuratedStore(fixture.Database);
        var versions = new List<long> { await store.VersionAsync(None) };
        foreach (var change in new Change[]
        {
            new Change.AnswerKept(SomeCurated.Kept()), new Change.CuratedSuspended(1, Some.Time), new Change.CuratedRetired(1, SomeCurated.Reviewer, Some.Time),
        })
        {
            await fixture.CompleteAsync(Effects.Send([], change));
            versions.Add(await store.VersionAsync(None));
        }

        Assert.Equal(2, await store.KeepAsync(SomeCurated.Kept("Imported?", caseId: null), None));
        versions.Add(await store.VersionAsync(None));
        Assert.Equal(versions.Distinct().Order(), versions);
    }

    [Fact]
    public async Task The_name_of_a_moderator_who_wants_to_be_forgotten_goes_and_the_answer_stays()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await KeepAsync(fixture, SomeCurated.Kept());

        await fixture.CompleteAsync(Effects.Send([], new Change.Forgotten(SomeCurated.Reviewer.UserId, Some.Time)));

        var kept = Assert.Single(await new SqliteCuratedStore(fixture.Database).ActiveAsync(None));
        Assert.Equal((0L, ""), (kept.By.UserId, kept.By.Name));
    }

    private static Task KeepAsync(SqliteFixture fixture, CuratedAnswer answer) => fixture.CompleteAsync(Effects.Send([], new Change.AnswerKept(answer)));
}
