using CstoBot.Conversations;
using CstoBot.Moderation.Cases;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Moderation;

/// <summary>Every action on every state, by everybody.</summary>
public sealed class CaseRulesTests
{
    private static readonly Reviewer Asker = new(7, "Anna");
    private static readonly Reviewer Maria = new(21, "Maria");
    private static readonly Reviewer Viktor = new(22, "Viktor");
    private static readonly CaseDraft Draft = new(1, Some.Answer("One."));
    private static readonly CaseDraft Other = new(2, Some.Answer("Two."));

    private static readonly IReadOnlyList<Reviewer?> Everybody = [Asker, Maria, Viktor, null];

    private static readonly IReadOnlyList<CaseAction> Actions =
    [
        new CaseAction.Take(), new CaseAction.Skip(), new CaseAction.Propose(Other, 0), new CaseAction.DropProposal(), new CaseAction.Approve(),
        new CaseAction.ConfirmProposal(Other.Id), new CaseAction.ConfirmProposal(99), new CaseAction.Reject(RejectReason.Wrong), new CaseAction.UseEarlier(Other, 5),
        new CaseAction.Expire(), new CaseAction.Withdraw(), new CaseAction.Reopen(3), new CaseAction.ReportAgain(HoldReason.Wrong, "no"),
    ];

    [Fact]
    public void A_decision_stands_whatever_is_done_but_for_a_change_of_what_it_cites()
    {
        foreach (var (of, action, by) in All().Where(tried => !tried.Case.IsPending))
        {
            var verdict = CaseRules.Apply(of, action, by, Some.Time);

            if (action is CaseAction.Reopen && of.Final is not null)
            {
                var moved = Assert.IsType<CaseVerdict.Moved>(verdict);
                Assert.True(moved.Next is { IsPending: true, Decision: null, Final: null, Claim: null, Proposal: null, DueAt: null, Draft: not null });
            }
            else
            {
                Assert.IsType<CaseVerdict.Refused>(verdict);
            }
        }
    }

    [Fact]
    public void Whatever_is_done_is_one_revision_and_one_event_by_who_did_it()
    {
        foreach (var (of, action, by) in All())
        {
            if (CaseRules.Apply(of, action, by, Some.Time) is CaseVerdict.Moved(var next, var happened))
            {
                Assert.Equal(of.Revision + 1, next.Revision);
                Assert.Equal((by, Some.Time), (happened.By, happened.At));
                Assert.Equal(next.IsPending, next.Decision is null);
                Assert.Equal((of.Id, of.Question.Text, of.OpenedAt), (next.Id, next.Question.Text, next.OpenedAt));
                Assert.True(next.IsPending || next is { Claim: null, Proposal: null, DueAt: null });
                Assert.Equal(next.State is CaseState.Approved or CaseState.Edited, next.Final is not null);
            }
        }
    }

    [Fact]
    public void Nobody_decides_about_their_own_question_nor_what_another_has_taken()
    {
        foreach (var (of, action, by) in All().Where(tried => tried.By is not null && tried.Action is not (CaseAction.Reopen or CaseAction.Expire or CaseAction.Withdraw)))
        {
            if (CaseRules.Apply(of, action, by, Some.Time) is CaseVerdict.Moved(var next, _))
            {
                Assert.True(next.IsPending || by != Asker);
                Assert.True(of.ClaimedBy(Some.Time) is not { } holder || holder == by || action is CaseAction.ReportAgain);
            }
        }
    }

    [Fact]
    public void What_was_taken_is_anybodys_again_when_the_time_is_over()
    {
        var taken = Of(CaseState.Pending) with { Claim = new Claim(Maria, Some.Time) };

        Assert.IsType<CaseVerdict.Moved>(CaseRules.Apply(taken, new CaseAction.Approve(), Viktor, Some.Time));
        Assert.IsType<CaseVerdict.Refused>(CaseRules.Apply(taken, new CaseAction.Approve(), Viktor, Some.Time - TimeSpan.FromTicks(1)));
    }

    private static IEnumerable<(Case Case, CaseAction Action, Reviewer? By)> All() =>
        from state in Enum.GetValues<CaseState>()
        from claim in new[] { null, new Claim(Maria, Some.Time + TimeSpan.FromMinutes(1)), new Claim(Viktor, Some.Time - TimeSpan.FromMinutes(1)) }
        from proposal in new[] { null, new Proposal(Other, Maria.UserId) }
        from draft in new[] { null, Draft }
        from due in new[] { (DateTimeOffset?)null, Some.Time, Some.Time + TimeSpan.FromTicks(1) }
        let of = state == CaseState.Pending ? Of(state) with { Claim = claim, Proposal = proposal, Draft = draft, DueAt = due } : Of(state)
        from action in Actions
        from who in Everybody
        where who is not null || action is not (CaseAction.Take or CaseAction.Propose)
        select (of, action, who);

    private static Case Of(CaseState state) => new(
        3, CaseOrigin.Held, state, 4, new CaseQuestion("Who?", [], new ConversationKey(5, 0, Asker.UserId), 1, false, Language.English, 9), Draft, Some.Time - TimeSpan.FromHours(1))
    {
        Decision = state == CaseState.Pending ? null : new Decision(Maria, Some.Time - TimeSpan.FromMinutes(1)),
        Final = state is CaseState.Approved or CaseState.Edited ? Draft : null,
    };
}
