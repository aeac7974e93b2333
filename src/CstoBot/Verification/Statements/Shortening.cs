namespace CstoBot.Verification.Statements;

/// <summary>
/// Whether a statement is its evidence sentence, shortened: every word that says something stands in the sentence, in the same order,
/// and what was left out takes nothing of the meaning with it. Who did what to whom cannot be told from words in any order, so none is
/// accepted but the sentence's own. Pure; found by dynamic programming over the places where the words agree.
/// </summary>
internal sealed class Shortening
{
    private readonly IReadOnlyList<StatementWord> statement;
    private readonly IReadOnlyList<StatementWord> sentence;

    // Counts up to a place, so that what a gap holds is a subtraction.
    private readonly int[] operators;
    private readonly int[] conditions;
    private readonly int[] things;
    private readonly int[] undated;

    private Shortening(IReadOnlyList<StatementWord> statement, IReadOnlyList<StatementWord> sentence)
    {
        (this.statement, this.sentence) = (statement, sentence);
        operators = Count(ScopeWords.IsOperator);
        conditions = Count(ScopeWords.IsCondition);
        things = Count(word => (word.IsName || word.IsNumber) && !word.IsDate);
        undated = Count(word => !word.IsDate && !ScopeWords.IsPreposition(word));
    }

    /// <summary>False too for a statement that says nothing.</summary>
    public static bool Holds(IReadOnlyList<StatementWord> statement, IReadOnlyList<StatementWord> sentence) =>
        statement.Any(word => !ScopeWords.IsEmpty(word)) && new Shortening(statement, sentence).IsAligned();

    private bool IsAligned()
    {
        // Where the last word that was read may stand in the sentence; with it, how far the words of form before it may be left unread.
        var reached = new List<int>();
        var mayBegin = true;
        foreach (var word in statement)
        {
            var next = Enumerable.Range(0, sentence.Count)
                .Where(place => sentence[place].Key == word.Key
                    && (mayBegin && MayBeginAt(place) || reached.Exists(before => before < place && MaySkip(before + 1, place))))
                .ToList();
            if (ScopeWords.IsEmpty(word))
            {
                reached = [.. reached.Union(next)];
                continue;
            }

            (reached, mayBegin) = (next, false);
            if (reached.Count == 0)
            {
                return false;
            }
        }

        return reached.Exists(MayEndAt);
    }

    /// <summary>Words between two that were kept: an insertion between marks, a date, or words that neither decide nor name anything.</summary>
    private bool MaySkip(int from, int to) =>
        from == to
        || Holds(conditions, from, to) == 0
            && (sentence[from].OpensClause && sentence[to].OpensClause
                || Holds(undated, from, to) == 0
                || Holds(operators, from, to) == 0 && Holds(things, from, to) == 0);

    private bool MayBeginAt(int place)
    {
        if (place == 0)
        {
            return true;
        }

        var before = sentence[place - 1];
        if (Holds(conditions, 0, place) > 0)
        {
            return false;
        }

        if (ScopeWords.IsComplementizer(before))
        {
            return Holds(operators, 0, place) == 0 && place > 1 && sentence.Take(place - 1).Any(ScopeWords.IsReport);
        }

        return (sentence[place].OpensClause || before.OpensClause && ScopeWords.IsConjunction(before)) && !ClauseBefore(place).Any(ScopeWords.IsComplementizer)
            || Holds(undated, 0, place) == 0
            || IsPartOfName(place)
            || Holds(operators, 0, place) == 0 && Holds(things, 0, place) == 0 && !ScopeWords.IsPreposition(before);
    }

    /// <summary>"CSTO Secretary General Imangali | Tasmagambetov": all that is left out belongs to the name.</summary>
    private bool IsPartOfName(int place) =>
        sentence[place].IsName && sentence.Take(place).Skip(1).All(word => word.IsName) && !sentence.Take(place).Any(word => ScopeWords.IsOperator(word) || ScopeWords.IsPreposition(word));

    /// <summary>The words from the mark before last on: "he denied, that" is not over at its comma.</summary>
    private IEnumerable<StatementWord> ClauseBefore(int place)
    {
        for (var at = place - 1; at >= 0; at--)
        {
            yield return sentence[at];
            if (sentence[at].OpensClause)
            {
                yield break;
            }
        }
    }

    private bool MayEndAt(int place)
    {
        if (Holds(conditions, place + 1, sentence.Count) > 0)
        {
            return false;
        }

        var end = place + 1;
        while (end < sentence.Count && !sentence[end].OpensClause)
        {
            end++;
        }

        return Holds(operators, place + 1, end) == 0;
    }

    private static int Holds(int[] counts, int from, int to) => counts[to] - counts[from];

    private int[] Count(Func<StatementWord, bool> is_)
    {
        var counts = new int[sentence.Count + 1];
        for (var at = 0; at < sentence.Count; at++)
        {
            counts[at + 1] = counts[at] + (is_(sentence[at]) ? 1 : 0);
        }

        return counts;
    }
}
