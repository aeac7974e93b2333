namespace CstoBot.Verification.Statements;

/// <summary>
/// Whether a statement is its evidence sentence, shortened: every word that says something stands in the sentence, in the same order,
/// and what was left out takes nothing of the meaning with it. Who did what to whom cannot be told from words in any order, so none is
/// accepted but the sentence's own. Pure; found by dynamic programming over the places where the words agree.
/// </summary>
internal sealed class Shortening
{
    // As many as a parenthesis like ", as many critics say" has.
    private const int ParenthesisWords = 5;

    private readonly IReadOnlyList<StatementWord> statement;
    private readonly IReadOnlyList<StatementWord> sentence;

    // Counts up to a place, so that what a gap holds is a subtraction.
    private readonly int[] operators;
    private readonly int[] conditions;
    private readonly int[] things;
    private readonly int[] undated;
    private readonly int[] dates;

    private Shortening(IReadOnlyList<StatementWord> statement, IReadOnlyList<StatementWord> sentence)
    {
        (this.statement, this.sentence) = (statement, sentence);
        operators = Count(at => ScopeWords.IsOperator(sentence[at]) || BoundsDate(at));
        conditions = Count(at => ScopeWords.IsCondition(sentence, at));
        things = Count(at => (sentence[at].IsName || sentence[at].IsNumber) && !sentence[at].IsDate);
        undated = Count(at => !sentence[at].IsDate && !ScopeWords.IsPreposition(sentence[at]) && !ScopeWords.IsOfDate(sentence[at]));
        dates = Count(at => sentence[at].IsDate);
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
                .Where(place => StatementWord.SaySame(sentence[place], word)
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

    /// <summary>
    /// Words between two that were kept: a date, words that say nothing, or an insertion between marks, which must be a clause of its own
    /// (", which …,") or neither name nor deny anything.
    /// </summary>
    private bool MaySkip(int from, int to) =>
        from == to
        || Holds(conditions, from, to) == 0
            && (IsDate(from, to)
                || Enumerable.Range(from, to - from).All(place => ScopeWords.IsEmpty(sentence[place]))
                || sentence[from].OpensClause && sentence[to].OpensClause
                    && (ScopeWords.IsRelative(sentence[from]) || Holds(operators, from, to) == 0 && Holds(things, from, to) == 0));

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

        return before.OpensClause && ScopeWords.IsConjunction(before)
            || IsDate(0, place)
            || IsPartOfName(place)
            || Holds(operators, 0, place) == 0
                && (sentence[place].OpensClause && !ClauseBefore(place).Any(ScopeWords.IsComplementizer)
                    || ScopeWords.IsBeing(before) && Holds(things, 0, place) == 0
                    || Enumerable.Range(0, place).All(at => ScopeWords.IsEmpty(sentence[at])));
    }

    /// <summary>"CSTO Secretary General Imangali | Tasmagambetov": all that is left out belongs to the name.</summary>
    private bool IsPartOfName(int place) =>
        sentence[place].IsName && sentence.Take(place).All(word => word.IsName || ScopeWords.IsEmpty(word));

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
        if (Holds(conditions, place + 1, sentence.Count) > 0 || EndsInBelief(place + 1) || IsTakenBack(place + 1))
        {
            return false;
        }

        // What goes on without a mark may only add where, when and how.
        var end = place + 1;
        if (end < sentence.Count && !sentence[end].OpensClause && !ScopeWords.IsConjunction(sentence[end]) && !ScopeWords.OpensAddition(sentence[end]))
        {
            return false;
        }

        while (end < sentence.Count && !sentence[end].OpensClause)
        {
            end++;
        }

        return Holds(operators, place + 1, end) == 0;
    }

    /// <summary>", he believes" or ", считают критики": a last clause of a few words.</summary>
    private bool EndsInBelief(int from)
    {
        var last = sentence.Count - 1;
        while (last > from && !sentence[last].OpensClause)
        {
            last--;
        }

        return last >= from && sentence.Count - last <= ParenthesisWords && sentence.Skip(last).Any(ScopeWords.IsBelief);
    }

    /// <summary>", but not before 2030".</summary>
    private bool IsTakenBack(int from) =>
        from + 1 < sentence.Count && ScopeWords.IsConjunction(sentence[from]) && ScopeWords.IsNegation(sentence[from + 1]);

    /// <summary>"before" in "before 5 May 2024" or "before the year 2024".</summary>
    private bool BoundsDate(int at) => ScopeWords.IsBoundary(sentence[at]) && sentence.Skip(at + 1).Take(3).Any(word => word.IsDate);

    /// <summary>"on 5 May 2024" and nothing else.</summary>
    private bool IsDate(int from, int to) => Holds(undated, from, to) == 0 && Holds(dates, from, to) > 0 && Holds(operators, from, to) == 0;

    private static int Holds(int[] counts, int from, int to) => counts[to] - counts[from];

    private int[] Count(Func<int, bool> isAt)
    {
        var counts = new int[sentence.Count + 1];
        for (var at = 0; at < sentence.Count; at++)
        {
            counts[at + 1] = counts[at] + (isAt(at) ? 1 : 0);
        }

        return counts;
    }
}
