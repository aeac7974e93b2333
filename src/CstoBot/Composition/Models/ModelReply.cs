using CstoBot.Verification.Statements;

namespace CstoBot.Composition.Models;

/// <summary>A piece of a model's answer, as soon as it is complete. Exactly one of the nested cases.</summary>
internal abstract record ModelReply
{
    private ModelReply()
    {
    }

    public sealed record Statement(ModelStatement Value) : ModelReply;

    /// <summary>The model says that the passages do not answer.</summary>
    public sealed record Insufficient : ModelReply;
}
