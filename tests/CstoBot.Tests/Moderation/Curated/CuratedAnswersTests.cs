using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation.Curated;
using CstoBot.Retrieval;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Contracts;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Moderation.Curated;

/// <summary>Kept answers on the path of a question, with a real database.</summary>
public sealed class CuratedAnswersTests
{
    private const string Question = "Where did the council meet in May?";
    private const string Text = "News of the week.\n\nThe council met in Minsk in May. It lasted two days.\n\nFish swim in the sea.";

    [Fact]
    public async Task Who_asks_the_same_gets_the_kept_answer_with_its_date()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var index = SomeCorpus.Index(Text);
        var kept = await KeepAsync(fixture, index);

        var answer = await AnsweredAsync(fixture, index, "where did the Council meet in May");

        Assert.Equal(DateOnly.FromDateTime(Fakes.Some.Time.UtcDateTime), answer.Checked);
        Assert.Equal(kept.Answer.Text, answer.Text);
        SomeAnswer.HasTrueCitations(answer, index.Corpus);
        Assert.Null((await AnsweredAsync(fixture, index, "Did the council meet in Minsk in May?")).Checked);
    }

    [Fact]
    public async Task It_is_given_without_a_model_too_and_where_somebody_types_inline()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var index = SomeCorpus.Index(Text);
        await KeepAsync(fixture, index);

        var quoted = await Pipeline(fixture, index).QuoteAsync(new Conversation(Question, []), CancellationToken.None);

        Assert.NotNull(Assert.IsType<AnswerOutcome.Answered>(quoted).Answer.Checked);
    }

    [Fact]
    public async Task What_is_kept_suspended_or_retired_while_the_bot_runs_counts_at_once_whatever_was_answered_before()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var index = SomeCorpus.Index(Text);
        var pipeline = Pipeline(fixture, index);
        Assert.Null((await AnsweredAsync(pipeline, Question)).Checked);

        await KeepAsync(fixture, index);
        Assert.NotNull((await AnsweredAsync(pipeline, Question)).Checked);

        await fixture.CompleteAsync(Effects.Send([], new Change.CuratedSuspended(1, Fakes.Some.Time)));
        Assert.Null((await AnsweredAsync(pipeline, Question)).Checked);

        await KeepAsync(fixture, index);
        Assert.NotNull((await AnsweredAsync(pipeline, Question)).Checked);

        await fixture.CompleteAsync(Effects.Send([], new Change.CuratedRetired(2, SomeCurated.Reviewer, Fakes.Some.Time)));
        Assert.Null((await AnsweredAsync(pipeline, Question)).Checked);
    }

    [Theory]
    [InlineData("The council met in Minsk in May.", "The council met in Astana in May.")]
    [InlineData("It lasted two days.", "It was called off.")]
    public async Task It_is_not_given_when_what_it_cites_or_stands_around_it_has_changed(string before, string after)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await KeepAsync(fixture, SomeCorpus.Index(Text));

        var answer = await AnsweredAsync(fixture, SomeCorpus.Index(Text.Replace(before, after, StringComparison.Ordinal)), Question);

        Assert.Null(answer.Checked);
    }

    [Fact]
    public async Task It_is_given_from_where_its_quotes_stand_now()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await KeepAsync(fixture, SomeCorpus.Index(Padded(Text, "Old words.")));
        var index = SomeCorpus.Index(Padded(Text, "Other and longer words of another day."));

        var answer = await AnsweredAsync(fixture, index, Question);

        Assert.NotNull(answer.Checked);
        Assert.Equal(index.Corpus.Version, answer.CorpusVersion);
        SomeAnswer.HasTrueCitations(answer, index.Corpus);
    }

    [Fact]
    public async Task A_question_of_the_latest_is_answered_anew_from_other_documents()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var index = SomeCorpus.Index(Text);
        await KeepAsync(fixture, index, "Where was the latest meeting of the council?");
        var curated = Curated(fixture);

        Assert.NotNull(await FindAsync(curated, "Where was the latest meeting of the council?", index));
        Assert.Null(await FindAsync(curated, "Where was the latest meeting of the council?", Renewed(index)));
    }

    [Fact]
    public async Task A_question_of_today_is_answered_anew_tomorrow()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var index = SomeCorpus.Index(Text);
        await KeepAsync(fixture, index, "Where does the council meet today?");
        var time = new FakeTimeProvider(Fakes.Some.Time.AddHours(1));
        var curated = Curated(fixture, time: time);

        Assert.NotNull(await FindAsync(curated, "Where does the council meet today?", index));
        time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await FindAsync(curated, "Where does the council meet today?", index));
    }

    [Theory]
    [InlineData("What does this mean for the council?", null)]
    [InlineData("What did the council say of him?", null)]
    [InlineData("Did anything happen there?", null)]
    [InlineData("And why?", "What did he say in Minsk?")]
    public async Task A_question_that_points_to_something_said_elsewhere_is_answered_anew(string question, string? carried)
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var asked = new StandaloneQuestion(question, carried);
        await fixture.CompleteAsync(Effects.Send([], new Change.AnswerKept(SomeCurated.Kept(question, SomeCurated.Note("So.")) with { Carried = carried })));

        Assert.Null(await Curated(fixture).FindOrNullAsync(asked, Language.English, SomeCorpus.Index(Text), CancellationToken.None));
    }

    [Fact]
    public async Task A_question_that_goes_on_with_the_same_gets_the_kept_answer()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await fixture.CompleteAsync(Effects.Send([], new Change.AnswerKept(SomeCurated.Kept("When did the council meet in Minsk?", SomeCurated.Note("In May.")))));
        var pipeline = Pipeline(fixture, SomeCorpus.Index(Text));

        var outcome = await pipeline.AnswerAsync(new Conversation("And when?", ["Did the council meet in Minsk?"]), listener: null, CancellationToken.None);

        Assert.Equal("Moderator's note: In May.", outcome.Text);
    }

    [Fact]
    public async Task Of_two_answers_to_one_question_the_later_is_given()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var index = SomeCorpus.Index(Text);
        await KeepAsync(fixture, index);
        await fixture.CompleteAsync(Effects.Send([], new Change.AnswerKept(SomeCurated.Kept(Question, SomeCurated.Note("In Minsk."), caseId: 9))));

        var answer = await AnsweredAsync(fixture, index, Question);

        Assert.True(Assert.Single(answer.Statements).IsNote);
        Assert.Equal("Moderator's note: In Minsk.", answer.Text);
    }

    [Fact]
    public async Task Moderators_are_shown_the_three_most_like()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var index = SomeCorpus.Index(Text);
        foreach (var (question, number) in new[] { Question, "Where does the council meet?", "Why did the council meet in May?", "When did the council meet in May?", "Do fish swim?" }.Select((text, number) => (text, number)))
        {
            await fixture.CompleteAsync(Effects.Send([], new Change.AnswerKept(SomeCurated.Kept(question, caseId: number))));
        }

        var like = await Curated(fixture).SuggestionsForAsync(new StandaloneQuestion(Question, null), Language.English, index, CancellationToken.None);

        Assert.Equal([1L, 2, 4], like.Select(suggestion => suggestion.Answer.Id));
        Assert.Equal(1, like[0].Score);
        Assert.InRange(like[2].Score, 0.5, 0.89);
    }

    [Fact]
    public async Task The_threshold_of_the_settings_decides()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var index = SomeCorpus.Index(Text);
        await KeepAsync(fixture, index);
        var (strict, lax) = (Curated(fixture, new CuratedOptions { ReuseAbove = 1 }), Curated(fixture, new CuratedOptions { ReuseAbove = 0.5 }));

        Assert.NotNull(await FindAsync(strict, Question, index));
        Assert.Null(await FindAsync(strict, "So where did the council meet in May, please?", index));
        Assert.Null(await FindAsync(Curated(fixture), "Where did the whole council meet in May?", index));
        Assert.NotNull(await FindAsync(lax, "Where did the wise council meet in May?", index));
        Assert.Null(await FindAsync(lax, "Where did the council meet in June?", index));
    }

    private static string Padded(string text, string lead) => $"{lead} {string.Join(' ', Enumerable.Repeat("Much was said before.", 30))}\n\n{text}";

    private static PassageIndex Renewed(PassageIndex index) =>
        PassageIndex.Build(new CstoBot.Ingestion.Corpus("v2", index.Corpus.Documents, []), index.Glossary);

    private static async Task<CuratedAnswer> KeepAsync(SqliteFixture fixture, PassageIndex index, string question = Question)
    {
        var composed = Assert.IsType<AnswerOutcome.Answered>(await index.AskAsync(Question)).Answer;
        var kept = CuratedAnswer.Kept(5, new StandaloneQuestion(question, null), composed, SomeCurated.Reviewer, Fakes.Some.Time);
        await fixture.CompleteAsync(Effects.Send([], new Change.AnswerKept(kept)));
        return kept;
    }

    private static CuratedAnswers Curated(SqliteFixture fixture, CuratedOptions? options = null, TimeProvider? time = null) =>
        new(new SqliteCuratedStore(fixture.Database), Options.Create(options ?? new CuratedOptions()), time ?? TimeProvider.System);

    private static AnswerPipeline Pipeline(SqliteFixture fixture, PassageIndex index)
    {
        var current = new CurrentIndex();
        current.Switch(index);
        return new SomePipeline { Current = current, Curated = Curated(fixture), Cache = new AnswerCache(10, TimeProvider.System) }.Build();
    }

    private static Task<Answer> AnsweredAsync(SqliteFixture fixture, PassageIndex index, string question) => AnsweredAsync(Pipeline(fixture, index), question);

    private static async Task<Answer> AnsweredAsync(AnswerPipeline pipeline, string question) =>
        Assert.IsType<AnswerOutcome.Answered>(await pipeline.AnswerAsync(new Conversation(question, []), listener: null, CancellationToken.None)).Answer;

    private static Task<Answer?> FindAsync(CuratedAnswers curated, string question, PassageIndex index) =>
        curated.FindOrNullAsync(new StandaloneQuestion(question, null), Language.English, index, CancellationToken.None);
}
