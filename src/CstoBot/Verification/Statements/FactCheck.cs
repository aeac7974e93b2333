namespace CstoBot.Verification.Statements;

/// <summary>Compares what a statement and its evidence say, their wording aside: numbers, dates, names, negations, and the share of words they have in common.</summary>
internal static class FactCheck
{
    /// <summary>The first thing that does not agree; null when all do.</summary>
    /// <param name="evidence">The words of each sentence of it.</param>
    /// <param name="minSupport">0 to 1: which share of the statement's words the evidence must have. Null: the two are in different languages, and only names and numbers can be compared.</param>
    public static StatementFault? FaultOrNull(
        IReadOnlyList<StatementWord> statement, IReadOnlyList<IReadOnlyList<StatementWord>> evidence, double? minSupport)
    {
        var known = evidence.SelectMany(sentence => sentence).Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
        if (statement.Any(word => (word.IsNumber || word.IsDate) && !known.Contains(word.Key)))
        {
            return StatementFault.UnknownNumber;
        }

        if (statement.Any(word => word.IsName && !known.Contains(word.Key)))
        {
            return StatementFault.UnknownName;
        }

        var isDenied = statement.Any(ScopeWords.IsNegation);
        if (isDenied ? !evidence.Any(sentence => sentence.Any(ScopeWords.IsNegation)) : evidence.All(sentence => sentence.Any(ScopeWords.IsNegation)))
        {
            return StatementFault.Negation;
        }

        return minSupport is { } least && Support(statement, known) < least ? StatementFault.Unsupported : null;
    }

    private static double Support(IReadOnlyList<StatementWord> statement, HashSet<string> known)
    {
        var telling = statement.Where(word => !ScopeWords.IsEmpty(word) && !ScopeWords.IsPreposition(word)).ToList();
        return telling.Count == 0 ? 0 : (double)telling.Count(word => known.Contains(word.Key)) / telling.Count;
    }
}
