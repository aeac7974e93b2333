namespace CstoBot.Verification.Statements;

/// <summary>Tells why a statement is not what its evidence says: the first number, date, name or negation that does not agree, or else the wording.</summary>
internal static class FactCheck
{
    /// <param name="evidence">The words of each sentence of it.</param>
    public static StatementFault Fault(IReadOnlyList<StatementWord> statement, IReadOnlyList<IReadOnlyList<StatementWord>> evidence)
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
        return (isDenied ? !evidence.Any(sentence => sentence.Any(ScopeWords.IsNegation)) : evidence.All(sentence => sentence.Any(ScopeWords.IsNegation)))
            ? StatementFault.Negation
            : StatementFault.Unsupported;
    }
}
