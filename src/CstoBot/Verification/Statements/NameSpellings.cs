using System.Runtime.CompilerServices;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Verification.Statements;

/// <summary>
/// Divides the spellings of a glossary's name into those that are one name to a reader: inflected, transliterated, longer, or an abbreviation.
/// A capital that the glossary ties to its state for the sake of searching is another name: what is said of Armenia is not said of Yerevan.
/// </summary>
internal sealed class NameSpellings
{
    private const int SamePrefix = 4;

    private static readonly ConditionalWeakTable<GlossaryEntry, NameSpellings> Known = [];

    private readonly IReadOnlyList<IReadOnlyList<string>> forms;
    private readonly int[] groups;

    private NameSpellings(GlossaryEntry entry)
    {
        forms = entry.Forms.Select(form => form.Stems).ToList();
        groups = Enumerable.Range(0, forms.Count).ToArray();
        for (var one = 0; one < forms.Count; one++)
        {
            for (var other = 0; other < one; other++)
            {
                if (groups[one] != groups[other] && AreAlike(forms[one], forms[other]))
                {
                    Join(groups[one], groups[other]);
                }
            }
        }
    }

    /// <summary>Equal for two spellings of one name.</summary>
    /// <param name="words">As a text has them.</param>
    public static string KeyOf(GlossaryEntry entry, IReadOnlyList<Term> words)
    {
        var spellings = Known.GetValue(entry, known => new NameSpellings(known));
        var stems = words.Select(word => word.Stem).ToList();
        var form = Enumerable.Range(0, spellings.forms.Count).FirstOrDefault(place => spellings.forms[place].SequenceEqual(stems, StringComparer.Ordinal), -1);
        form = form >= 0 ? form : Enumerable.Range(0, spellings.forms.Count).FirstOrDefault(place => AreAlike(spellings.forms[place], stems));
        return $"{string.Join(' ', entry.Forms[0].Stems)} {spellings.groups[form]}";
    }

    private void Join(int from, int to)
    {
        for (var place = 0; place < groups.Length; place++)
        {
            groups[place] = groups[place] == from ? to : groups[place];
        }
    }

    private static bool AreAlike(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Any(word => other.Any(otherWord => IsSameWord(word, otherWord))) || IsAbbreviation(one, other) || IsAbbreviation(other, one);

    private static bool IsSameWord(string one, string other)
    {
        var (first, second) = (InLatin(one), InLatin(other));
        return first == second || first.AsSpan().CommonPrefixLength(second) >= SamePrefix;
    }

    /// <summary>"CSTO" of "Collective Security Treaty Organization"; words of form may be left out of it.</summary>
    private static bool IsAbbreviation(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (one is not [{ Length: > 1 } letters] || other.Count < letters.Length)
        {
            return false;
        }

        var at = 0;
        foreach (var word in other)
        {
            at += at < letters.Length && word[0] == letters[at] ? 1 : 0;
        }

        return at == letters.Length;
    }

    private static string InLatin(string word) => Transliteration.Skeleton(Transliteration.ToLatinOrNull(word) ?? word);
}
