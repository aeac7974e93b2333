using CstoBot.Conversations;
using CstoBot.Moderation.Gaps;
using CstoBot.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Moderation.Gaps;

public sealed class GapClustersTests
{
    // Few words, so that many questions share some.
    private static readonly Gen<IReadOnlyList<(AbstainedQuestion Question, GapTerms Terms)>> Questions = Gen.Choose(0, 7)
        .ArrayOf()
        .Select(words => Terms(words.Distinct().Take(4)))
        .ArrayOf()
        .Select(all => (IReadOnlyList<(AbstainedQuestion, GapTerms)>)[.. all.Select((terms, position) => (Question(position + 1), terms))]);

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60);

    [Fact]
    public void Every_question_is_in_exactly_one_gap_that_it_is_like() => Prop.ForAll(Questions.ToArbitrary(), questions =>
    {
        var terms = questions.ToDictionary(item => item.Question.Id, item => item.Terms);

        var gaps = GapClusters.Of(questions, []);

        Assert.Equal(questions.Select(item => item.Question.Id), gaps.SelectMany(gap => gap.Questions).Select(question => question.Id).Order());
        Assert.All(gaps, gap => Assert.All(gap.Questions, question =>
            Assert.True(terms[question.Id].Key == gap.Terms.Key || terms[question.Id].LikenessTo(gap.Terms) >= GapClusters.LeastLikeness)));
    }).Check(Many);

    [Fact]
    public void No_two_gaps_were_founded_by_questions_that_are_alike() => Prop.ForAll(Questions.ToArbitrary(), questions =>
    {
        var gaps = GapClusters.Of(questions, []);

        Assert.DoesNotContain(gaps, one => gaps.Any(other => one != other && one.Terms.LikenessTo(other.Terms) >= GapClusters.LeastLikeness));
    }).Check(Many);

    [Fact]
    public void The_order_of_the_input_does_not_matter() => Prop.ForAll(Questions.SelectMany(questions => Gen.Shuffle(questions.ToArray()).Select(shuffled => (questions, shuffled))).ToArbitrary(), pair =>
        Assert.Equal(Ids(GapClusters.Of(pair.questions, [])), Ids(GapClusters.Of(pair.shuffled, [])))).Check(Many);

    [Fact]
    public void What_comes_later_moves_no_earlier_question() => Prop.ForAll(Questions.ToArbitrary(), questions =>
    {
        var before = GapClusters.Of([.. questions.Take(questions.Count / 2)], []);
        var after = GapClusters.Of(questions, []);

        Assert.All(before, gap => Assert.Superset(
            gap.Questions.Select(question => question.Id).ToHashSet(),
            after.Single(later => later.Questions[0].Id == gap.Questions[0].Id).Questions.Select(question => question.Id).ToHashSet()));
    }).Check(Many);

    [Fact]
    public void A_known_gap_takes_what_is_like_it_and_one_without_questions_is_not_shown()
    {
        var known = new[] { Known(3, Terms([1, 2, 3])), Known(4, Terms([5])), Known(9, Terms([1, 2])) };

        var gaps = GapClusters.Of([(Question(1), Terms([1, 2, 3])), (Question(2), Terms([1, 2])), (Question(3), Terms([6]))], known);

        Assert.Equal([(null, 3L), (9L, 2L), (3L, 1L)], gaps.Select(gap => (gap.Stored?.Number, gap.Questions[0].Id)).OrderByDescending(gap => gap.Id));
    }

    [Fact]
    public void What_most_people_asked_comes_first_then_what_was_asked_last()
    {
        var gaps = GapClusters.Of(
            [
                (Question(1, user: 1), Terms([1])),
                (Question(2, user: 1), Terms([1])),
                (Question(3, user: 1), Terms([2])),
                (Question(4, user: 2), Terms([2])),
                (Question(5, user: 3), Terms([3])),
            ],
            []);

        Assert.Equal([(2, 2), (1, 1), (1, 2)], gaps.Select(gap => (gap.People, gap.Questions.Count)));
    }

    [Fact]
    public void Its_examples_are_the_wordings_used_most()
    {
        string[] texts = ["a?", "b?", "c?", "B?", "d?"];
        var gap = Assert.Single(GapClusters.Of(
            [.. texts.Select((text, position) => (Question(position + 1) with { Question = new StandaloneQuestion(text, null) }, Terms([1])))], []));

        Assert.Equal(["B?", "d?", "c?"], gap.Examples.Select(example => example.Question.Text));
        Assert.Equal((Some.Time.AddMinutes(1), Some.Time.AddMinutes(5)), (gap.Since, gap.Last));
    }

    [Fact]
    public void What_was_answered_and_is_asked_again_is_open_again()
    {
        var gap = new Gap(new StoredGap(1, Terms([1]), GapState.Answered, 7, Some.Time.AddMinutes(2)), Terms([1]), [Question(1), Question(2)]);

        Assert.False(gap.IsOpen);
        Assert.True((gap with { Questions = [Question(1), Question(2), Question(3)] }).IsOpen);
    }

    private static IEnumerable<string> Ids(IReadOnlyList<Gap> gaps) => gaps.Select(gap => string.Join(' ', gap.Questions.Select(question => question.Id)));

    private static GapTerms Terms(IEnumerable<int> words)
    {
        List<string> all = [.. words.Select(word => $"w{word}").Order(StringComparer.Ordinal)];
        return new GapTerms(all, [.. all.Where(word => word == "w0")]);
    }

    private static StoredGap Known(long number, GapTerms terms) => new(number, terms, GapState.Open, null, null);

    private static AbstainedQuestion Question(long id, long user = 1) =>
        new(id, user, new StandaloneQuestion("Who?", null), Language.English, Some.Time.AddMinutes(id));
}
