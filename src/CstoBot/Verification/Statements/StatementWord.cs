using System.Globalization;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Verification.Statements;

/// <summary>A word of a statement or of its evidence, made comparable.</summary>
/// <param name="Key">Equal for two words that say the same: stem, number, month, or a name under any of its spellings.</param>
/// <param name="Exact">The folded word; of a name of several words the first.</param>
/// <param name="IsName">Written as a name, or one that the glossary knows.</param>
/// <param name="IsDate">A month, a year, or the day beside a month.</param>
/// <param name="OpensClause">A comma, colon, semicolon, dash or bracket stands before it.</param>
internal readonly record struct StatementWord(string Key, string Exact, bool IsName, bool IsNumber, bool IsDate, bool OpensClause)
{
    /// <summary>Equal too for names that the glossary ties together though they are not spelt alike: a state and its capital, one body in two languages.</summary>
    public string Thing { get; init; } = Key;

    // Two forms of one Russian word share this much at least.
    private const int SamePrefix = 3;

    /// <summary>Whether one may stand for the other in the same place. A Russian word keeps its case, which tells who does it to whom.</summary>
    public static bool SaySame(StatementWord one, StatementWord other) =>
        one.Key == other.Key
        && (one.Exact == other.Exact || one.Exact[0] is not (>= 'а' and <= 'я') || one.Exact.AsSpan().CommonPrefixLength(other.Exact) < SamePrefix);
}

/// <summary>Reads a text as <see cref="StatementWord"/>s.</summary>
internal static class StatementWords
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly string[] EnglishNumbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[][] RussianNumbers =
    [
        ["ноль"], ["один", "одна", "одно", "одного", "одной"], ["два", "две", "двух"], ["три", "трех"], ["четыре", "четырех"], ["пять", "пяти"], ["шесть", "шести"],
        ["семь", "семи"], ["восемь", "восьми"], ["девять", "девяти"], ["десять", "десяти"], ["одиннадцать", "одиннадцати"], ["двенадцать", "двенадцати"],
    ];

    private static readonly Dictionary<string, string> Numbers = EnglishNumbers
        .Select((word, number) => (word, number))
        .Concat(RussianNumbers.SelectMany((words, number) => words.Select(word => (word, number))))
        .ToDictionary(pair => pair.word, pair => pair.number.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public static IReadOnlyList<StatementWord> Of(string text, Glossary glossary)
    {
        var terms = TextAnalyzer.Analyze(text);
        var words = new List<StatementWord>(terms.Count + 2);
        for (var at = 0; at < terms.Count;)
        {
            var opens = OpensClause(text, at == 0 ? 0 : terms[at - 1].End, terms[at].Start);
            if (NameOrNull(terms, at, glossary, out var length) is { } name)
            {
                var spelling = NameSpellings.KeyOf(name, terms.Skip(at).Take(length).ToList());
                words.Add(new StatementWord($"name {spelling}", terms[at].Exact, IsName: true, IsNumber: false, IsDate: false, opens) { Thing = $"name {string.Join(' ', name.Forms[0].Stems)}" });
                at += length;
                continue;
            }

            words.AddRange(Read(text, terms, at, opens));
            at++;
        }

        return words;
    }

    /// <summary>The name that begins here; null where none does.</summary>
    private static GlossaryEntry? NameOrNull(IReadOnlyList<Term> terms, int at, Glossary glossary, out int length) =>
        glossary.LongestAt(terms, at, out length)
            .Where(entry => entry.Tie == GlossaryTie.Name)
            .MinBy(entry => string.Join(' ', entry.Forms[0].Stems), StringComparer.Ordinal);

    private static IEnumerable<StatementWord> Read(string text, IReadOnlyList<Term> terms, int at, bool opens)
    {
        var term = terms[at];
        if (Negated(term.Exact) is { } verb)
        {
            yield return new StatementWord(TextAnalyzer.Analyze(verb)[0].Stem, verb, IsName: false, IsNumber: false, IsDate: false, opens);
            yield return new StatementWord("not", "not", IsName: false, IsNumber: false, IsDate: false, OpensClause: false);
            yield break;
        }

        var month = StatedDate.MonthOrNull(term.Exact) is { } number && !(term.Exact is "may" && char.IsLower(text[term.Start])) ? number : (int?)null;
        var value = NumberOrNull(term.Exact);
        yield return new StatementWord(
            month is null ? value ?? term.Stem : $"month {month}",
            term.Exact,
            IsName: month is null && char.IsUpper(text[term.Start]) && (at > 0 || IsAbbreviation(text.AsSpan(term.Start, term.End - term.Start))),
            IsNumber: value is not null,
            IsDate: month is not null || value is not null && IsOfDate(terms, at, value),
            opens);
    }

    /// <summary>"didn't" is "did not", so that what one says can be found where the other is said. Null for any other word.</summary>
    private static string? Negated(string exact) => exact switch
    {
        "can't" or "cannot" => "can",
        "won't" => "will",
        "shan't" => "shall",
        _ when exact.EndsWith("n't", StringComparison.Ordinal) && exact.Length > 3 => exact[..^3],
        _ => null,
    };

    /// <summary>A number without the signs between its thousands and without the ending of an ordinal, or the digits of a number word.</summary>
    private static string? NumberOrNull(string exact)
    {
        if (!char.IsAsciiDigit(exact[0]))
        {
            return Numbers.GetValueOrDefault(exact);
        }

        var groups = exact.Split(',');
        var plain = groups.Length > 1 && groups.Skip(1).All(group => group.Length == 3 && group.All(char.IsAsciiDigit)) ? string.Concat(groups) : exact;
        return Ordinals.OtherOrNull(plain) is { } other && other.Length < plain.Length ? other : plain;
    }

    private static bool IsOfDate(IReadOnlyList<Term> terms, int at, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= FirstYear and <= LastYear
        || at > 0 && StatedDate.MonthOrNull(terms[at - 1].Exact) is not null
        || at + 1 < terms.Count && StatedDate.MonthOrNull(terms[at + 1].Exact) is not null
        || StatedDate.LatestOrNull(value) is not null;

    private static bool IsAbbreviation(ReadOnlySpan<char> surface)
    {
        var letters = 0;
        foreach (var character in surface)
        {
            if (char.IsLower(character))
            {
                return false;
            }

            letters += char.IsUpper(character) ? 1 : 0;
        }

        return letters > 1;
    }

    private static bool OpensClause(string text, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (text[at] is ',' or ';' or ':' or '(' or ')' or '[' or ']' or '—' or '–' or '\n' or '?' or '!' or '.'
                || text[at] == '-' && at > from && char.IsWhiteSpace(text[at - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
