using System.Collections.Frozen;
using CstoBot.Retrieval.Analysis;

namespace CstoBot.Retrieval.Queries;

/// <summary>
/// Which names in a document's opening say where a text appeared ("TASS agency", "his interview with Sputnik Belarus") and not
/// what it is about: a text in Sputnik Belarus need not speak of Belarus.
/// </summary>
internal static class SourceNames
{
    // "interview given to Sputnik Belarus"
    private const int MaxBetween = 3;
    private const int MaxWords = 4;

    private static readonly FrozenSet<string> Publications = new[]
    {
        "magazine", "agency", "newspaper", "journal", "portal", "channel", "журнал", "журналу", "журнале", "агентство", "агентству", "агентства",
        "газета", "газете", "портал", "порталу", "телеканал", "телеканалу",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Possessives = new[] { "his", "her", "their", "my", "our", "своем", "моем" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>For each word of a text, in order: whether it is part of the name of a source.</summary>
    public static bool[] Mask(IReadOnlyList<Term> terms, string text)
    {
        var mask = new bool[terms.Count];
        for (var index = 0; index < terms.Count; index++)
        {
            if (!SourceMentions.IsMedium(terms[index]) && !Publications.Contains(terms[index].Exact))
            {
                continue;
            }

            for (var before = index - 1; before >= 0 && index - before <= MaxWords && IsName(terms[before], text) && AreBeside(terms[before], terms[before + 1], text); before--)
            {
                mask[before] = true;
            }

            if (NameBehind(terms, text, index) is { } start)
            {
                for (var behind = start; behind < terms.Count && behind - start < MaxWords && IsName(terms[behind], text) && (behind == start || AreBeside(terms[behind - 1], terms[behind], text)); behind++)
                {
                    mask[behind] = true;
                }
            }
        }

        return mask;
    }

    /// <summary>Where the name of the medium begins that the word at the index introduces; null when what follows is no medium ("interview of A. Person").</summary>
    private static int? NameBehind(IReadOnlyList<Term> terms, string text, int index)
    {
        for (var place = index + 1; place < terms.Count && place - index <= MaxBetween; place++)
        {
            if (!AreBeside(terms[place - 1], terms[place], text))
            {
                return null;
            }

            if (IsName(terms[place], text))
            {
                var link = terms[place - 1].Exact;
                return link is "to" or "for"
                    || link == "with" && IsOwn(terms, index)
                    || place == index + 1 && Publications.Contains(terms[index].Exact)
                        ? place
                        : null;
            }

            if (terms[place].Exact == "of")
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"His interview with X" was given to X; "an interview with X" was given by X.</summary>
    private static bool IsOwn(IReadOnlyList<Term> terms, int index) =>
        Enumerable.Range(Math.Max(0, index - MaxBetween), Math.Min(index, MaxBetween)).Any(before => Possessives.Contains(terms[before].Exact));

    private static bool IsName(Term term, string text) => char.IsUpper(text[term.Start]) && !StopWords.Contains(term.Exact);

    private static bool AreBeside(Term one, Term next, string text) => string.IsNullOrWhiteSpace(text[one.End..next.Start].Trim('"', '“', '”', '«', '»', '\''));
}
