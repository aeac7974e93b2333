using CstoBot.Retrieval.Queries;
using CstoBot.Verification;
using Xunit;

namespace CstoBot.Tests.Verification;

public sealed class AbstentionPolicyTests
{
    [Theory]
    [InlineData(0.5, null)]
    [InlineData(0.45, null)]
    [InlineData(0.44, "NotAnswered")]
    [InlineData(0, "NotAnswered")]
    public void An_answer_needs_enough_evidence(double score, string? reason) =>
        Assert.Equal(reason, Reason(score, 0.45, Concept(isKnown: true)));

    [Fact]
    public void A_question_of_which_nothing_is_known_has_no_relevant_passage() =>
        Assert.Equal("NoRelevantPassage", Reason(0, 0.45, Concept(isKnown: false)));

    [Fact]
    public void A_question_about_nothing_has_no_relevant_passage() => Assert.Equal("NoRelevantPassage", Reason(0, 0.45));

    [Fact]
    public void An_unknown_name_is_the_reason_when_there_is_one() =>
        Assert.Equal("UnknownName", Reason(0.2, 0.45, Concept(isKnown: true), Concept(isKnown: false, isName: true)));

    [Fact]
    public void Without_any_evidence_there_is_no_answer_however_little_is_needed() =>
        Assert.NotNull(Reason(0, 0, Concept(isKnown: true)));

    private static string? Reason(double score, double minimum, params IReadOnlyList<QueryConcept> concepts) =>
        AbstentionPolicy.ReasonOrNull(new AnalyzedQuery("", [], concepts), score, minimum)?.ToString();

    private static QueryConcept Concept(bool isKnown, bool isName = false) => new("x", [new ConceptForm(["x"], 1)], isName, 1, isKnown);
}
