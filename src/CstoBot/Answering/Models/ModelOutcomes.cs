using System.Collections.Concurrent;
using CstoBot.Composition.Models;
using CstoBot.Verification.Statements;

namespace CstoBot.Answering.Models;

/// <summary>Counts, since the start, what became of the model's statements and answers. For any thread.</summary>
internal sealed class ModelOutcomes
{
    private readonly ConcurrentDictionary<ModelOutcome, long> answers = [];
    private readonly ConcurrentDictionary<StatementFault, long> refused = [];
    private long supported;

    public void CountSupported() => Interlocked.Increment(ref supported);

    public void Count(StatementFault fault)
    {
        refused.AddOrUpdate(fault, 1, (_, count) => count + 1);
        StageTelemetry.NotVerified(fault, ModelComposer.Name);
    }

    public void Count(ModelOutcome outcome)
    {
        answers.AddOrUpdate(outcome, 1, (_, count) => count + 1);
        StageTelemetry.ModelEnded(outcome);
    }

    public ModelCounts Read() => new(
        answers.GetValueOrDefault(ModelOutcome.Answered),
        [.. answers.Where(pair => pair.Key != ModelOutcome.Answered).OrderBy(pair => pair.Key).Select(pair => (pair.Key.ToString(), pair.Value))],
        Interlocked.Read(ref supported),
        [.. refused.OrderBy(pair => pair.Key).Select(pair => (pair.Key.ToString(), pair.Value))]);
}

/// <param name="Answered">Answers of the model that were shown.</param>
/// <param name="Instead">How often quotes took the place of one, by <see cref="ModelOutcome"/>; what never happened is missing.</param>
/// <param name="Supported">Statements that held.</param>
/// <param name="Refused">Those that did not, by <see cref="StatementFault"/>.</param>
internal sealed record ModelCounts(long Answered, IReadOnlyList<(string Name, long Count)> Instead, long Supported, IReadOnlyList<(string Name, long Count)> Refused);

/// <summary>How an answer of the model ended.</summary>
internal enum ModelOutcome
{
    /// <summary>Verified statements were shown.</summary>
    Answered,

    /// <summary>Quotes answer it so well that the model was not asked.</summary>
    Skipped,

    /// <summary>There was no passage to answer from.</summary>
    NoPassage,

    /// <summary>The question names somebody or something that no document knows: the model was not asked.</summary>
    UnknownName,

    /// <summary>The model says that the passages do not answer.</summary>
    Insufficient,

    /// <summary>Nothing that it said held, or not its first and essential statement.</summary>
    Unverified,

    /// <summary>No statement was verified in time.</summary>
    Late,

    /// <summary>The model gave no answer.</summary>
    Failed,

    /// <summary>The reader stopped it before anything was verified.</summary>
    Stopped,
}
