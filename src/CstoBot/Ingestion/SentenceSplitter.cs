using System.Collections.Frozen;

namespace CstoBot.Ingestion;

/// <summary>
/// Divides a paragraph into sentences by exact spans. A mark ends a sentence when white space and something that can
/// begin a sentence follow it, unless it closes an abbreviation, an initial or a number ("St. Petersburg", "I. Tasmagambetov", "г. Минск").
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>A text without sentence marks is cut at a blank near this length, so that a quote stays readable.</summary>
    public const int MaxLength = 1_000;

    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sgt", "sen", "rep", "gov", "pres", "vs", "no", "nos", "art",
        "vol", "fig", "approx", "e.g", "i.e", "cf", "al", "inc", "ltd", "co", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sep", "sept", "oct", "nov", "dec", "г", "гг", "в", "вв", "ул", "им", "св", "тов", "проф", "акад", "ген", "полк", "стр",
        "ст", "п", "пп", "т.е", "т.д", "т.п", "т.к", "т.н", "см", "др", "пр", "руб", "млн", "млрд", "тыс", "янв", "февр", "апр",
        "авг", "сент", "окт", "нояб", "дек",
    }.ToFrozenSet();

    public static IReadOnlyList<TextSpan> Split(string text, TextSpan paragraph)
    {
        var sentences = new List<TextSpan>();
        var start = paragraph.Start;
        for (var position = paragraph.Start; position < paragraph.End; position++)
        {
            if (EndOfSentence(text, start, position, paragraph.End) is { } end)
            {
                AddReadable(sentences, text, TextSpan.FromBounds(start, end).Trim(text));
                start = end;
                position = end - 1;
            }
        }

        AddReadable(sentences, text, TextSpan.FromBounds(start, paragraph.End).Trim(text));
        return sentences;
    }

    /// <summary>Where the sentence ends if the character at <paramref name="position"/> ends it, closing marks included; else null.</summary>
    private static int? EndOfSentence(string text, int start, int position, int limit)
    {
        if (!SentenceMarks.IsTerminal(text[position]))
        {
            return null;
        }

        var end = position + 1;
        while (end < limit && (SentenceMarks.IsTerminal(text[end]) || SentenceMarks.IsClosing(text[end])))
        {
            end++;
        }

        var next = end;
        while (next < limit && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next == end || next == limit || !CanBegin(text, next, limit))
        {
            return null;
        }

        return text[position] == '.' && end == position + 1 && IsAbbreviation(text, start, position) ? null : end;
    }

    private static bool CanBegin(string text, int position, int limit)
    {
        while (position < limit && (SentenceMarks.IsOpening(text[position]) || SentenceMarks.IsDash(text[position]) || text[position] is '…' or ' '))
        {
            position++;
        }

        return position < limit && !char.IsLower(text[position]);
    }

    private static bool IsAbbreviation(string text, int start, int dot)
    {
        var word = dot;
        while (word > start && (char.IsLetter(text[word - 1]) || text[word - 1] == '.'))
        {
            word--;
        }

        var letters = text.AsSpan(word, dot - word);
        if (letters.Length == 0)
        {
            return false;
        }

        // An initial is one capital letter; a single one at the end of "vitamin C." is rarer than "I. Tasmagambetov".
        return letters.Length == 1 && char.IsUpper(letters[0])
            || letters.Contains('.') && char.IsUpper(letters[0]) && letters[^1] != '.' && IsSpelledInCapitals(letters)
            || Abbreviations.Contains(letters.ToString().ToLowerInvariant());
    }

    // "U.S", "U.N": the last dot may also end the sentence, which then only grows longer.
    private static bool IsSpelledInCapitals(ReadOnlySpan<char> letters)
    {
        foreach (var character in letters)
        {
            if (character != '.' && !char.IsUpper(character))
            {
                return false;
            }
        }

        return true;
    }

    private static void AddReadable(List<TextSpan> sentences, string text, TextSpan sentence)
    {
        while (sentence.Length > MaxLength)
        {
            var cut = text.LastIndexOf(' ', sentence.Start + MaxLength, MaxLength / 2);
            cut = cut > sentence.Start ? cut : AvoidSurrogateCut(text, sentence.Start + MaxLength);
            sentences.Add(TextSpan.FromBounds(sentence.Start, cut).Trim(text));
            sentence = TextSpan.FromBounds(cut, sentence.End).Trim(text);
        }

        if (sentence.Length > 0)
        {
            sentences.Add(sentence);
        }
    }

    private static int AvoidSurrogateCut(string text, int cut) => char.IsLowSurrogate(text[cut]) ? cut - 1 : cut;
}
