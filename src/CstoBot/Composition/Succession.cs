using System.Collections.Frozen;
using CstoBot.Retrieval;

namespace CstoBot.Composition;

/// <summary>Words that order the holders of an office: who is asked for before or after somebody is not that somebody.</summary>
internal static class Succession
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "before", "after", "former", "previous", "previously", "predecessor", "successor", "succeed", "succeeded", "replace", "replaced", "preceded", "ex", "next",
        "до", "после", "бывший", "бывшего", "прежний", "прежнего", "предыдущий", "предшественник", "предшественника", "преемник", "сменил", "следующий", "раньше",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsSpokenOf(Term term) => Words.Contains(term.Exact);
}
