using CstoBot.Tests.Moderation.Machine;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Moderation;

/// <summary>Whatever people do, in whatever order and at once, and whatever is restarted meanwhile.</summary>
public sealed class CaseMachineTests
{
    // A failure names the seed of the run that failed and the shortest steps that fail, too.
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20_260_301, 7);

    [Fact]
    public void No_sequence_of_events_sends_an_unreviewed_draft_or_two_answers_or_reaches_an_illegal_state() =>
        Prop.ForAll(CaseStep.Runs, CaseRun.Play).Check(Thorough);
}
