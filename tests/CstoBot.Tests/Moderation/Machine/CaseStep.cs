using FsCheck;
using FsCheck.Fluent;

namespace CstoBot.Tests.Moderation.Machine;

/// <summary>Something that happens to a bot with moderators. The numbers are counted round what there is.</summary>
/// <param name="Meanwhile">What happens after this was decided on and before it is stored; null for nothing.</param>
internal sealed record CaseStep(CaseStepKind Kind, int Who, int Which, int What, CaseStep? Meanwhile = null)
{
    private static readonly Gen<CaseStep> One =
        from kind in Gen.Frequency(
            (4, Gen.Elements(CaseStepKind.Ask, CaseStepKind.Approve, CaseStepKind.Deliver)),
            (3, Gen.Elements(CaseStepKind.WriteEdit, CaseStepKind.Confirm, CaseStepKind.Reject, CaseStepKind.Clock, CaseStepKind.Keep)),
            (2, Gen.Elements(Enum.GetValues<CaseStepKind>())))
        from who in Gen.Choose(0, 2)
        from which in Gen.Choose(0, 5)
        from what in Gen.Choose(0, 3)
        select new CaseStep(kind, who, which, what);

    private static readonly Gen<CaseStep> Any = Gen.Frequency(
        (3, One),
        (1, One.SelectMany(step => One.Select(other => IsAskers(step) && IsAskers(other) ? other : step with { Meanwhile = other }))));

    /// <summary>Runs of the bot, made smaller by leaving steps out.</summary>
    public static Arbitrary<CaseStep[]> Runs => Arb.From(
        Gen.Choose(1, 30).SelectMany(count => Any.ArrayOf(count)).Select(steps => (CaseStep[])[new CaseStep(CaseStepKind.Mode, 0, 0, 2), .. steps]),
        Smaller);

    public override string ToString() => $"{Kind}({Who}, {Which}, {What}){(Meanwhile is null ? "" : $" while {Meanwhile}")}";

    /// <summary>What one chat sends is dealt with one after another, so it never happens at once.</summary>
    private static bool IsAskers(CaseStep step) =>
        step.Kind is CaseStepKind.Ask or CaseStepKind.EditQuestion or CaseStepKind.Forget or CaseStepKind.Vote or CaseStepKind.Report or CaseStepKind.Mode;

    private static IEnumerable<CaseStep[]> Smaller(CaseStep[] steps) =>
    [
        .. new[] { steps[..(steps.Length / 2)], steps[(steps.Length / 2)..] }.Where(half => half.Length < steps.Length),
        .. steps.Select((_, left) => steps.Where((_, index) => index != left).ToArray()),
        .. steps.SelectMany((step, place) => step.Meanwhile is null ? [] : new[] { Replaced(steps, place, step with { Meanwhile = null }), Replaced(steps, place, step.Meanwhile) }),
    ];

    private static CaseStep[] Replaced(CaseStep[] steps, int place, CaseStep step) => [.. steps[..place], step, .. steps[(place + 1)..]];
}

internal enum CaseStepKind
{
    Ask,
    EditQuestion,
    Forget,
    Mode,
    Approve,
    Take,
    Skip,
    WriteEdit,
    Confirm,
    Drop,
    Reject,
    UseEarlier,
    Keep,
    Queue,
    Show,
    Vote,
    Report,

    /// <summary>The bot does what it does by the clock.</summary>
    Clock,
    Wait,
    SwitchDocuments,
    Deliver,

    /// <summary>An asker blocks the bot, or lets it in again.</summary>
    Block,
    Restart,
}
