using System.Collections.Concurrent;
using CstoBot.Verification.Statements;

namespace CstoBot.Answering.Models;

/// <summary>Counts, since the start, what became of the model's statements and answers. For any thread.</summary>
internal sealed class ModelOutcomes
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>By name; what never happened is missing. Statements: <c>Supported</c> or a <see cref="StatementFault"/>; answers: an <see cref="ModelOutcome"/>.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    public void CountSupported() => Count("Supported");

    public void Count(StatementFault fault) => Count(fault.ToString());

    public void Count(ModelOutcome outcome) => Count(outcome.ToString());

    private void Count(string name) => counts.AddOrUpdate(name, 1, (_, count) => count + 1);
}

/// <summary>How an answer of the model ended.</summary>
internal enum ModelOutcome
{
    /// <summary>Verified statements were shown.</summary>
    Answered,

    /// <summary>Quotes answer it so well that the model was not asked.</summary>
    Skipped,

    /// <summary>There was no passage to answer from.</summary>
    NoPassage,

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
