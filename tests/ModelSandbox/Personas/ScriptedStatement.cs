namespace ModelSandbox.Personas;

/// <summary>A statement and the truth about it, known because it was made so.</summary>
/// <param name="IsSupported">What it says stands in at least one of its quotes, and that quote in the passage it names.</param>
/// <param name="Why">What was done to it.</param>
internal sealed record ScriptedStatement(string Text, IReadOnlyList<ScriptedQuote> Quotes, bool IsSupported, string Why)
{
    /// <summary>
    /// Supported in substance, but against the rules in form (a whole passage as the quote, markup, a repetition):
    /// showing its substance is no harm, refusing it no false rejection.
    /// </summary>
    public bool MayBeRefused { get; init; }
}

/// <param name="Passage">Its number in the prompt, or one that does not exist.</param>
internal sealed record ScriptedQuote(int Passage, string Quote);
