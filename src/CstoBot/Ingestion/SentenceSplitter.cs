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

    private const int MaxMarksBeforeSentence = 16;

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
            if (!SentenceMarks.IsTerminal(text[position]))
            {
                continue;
            }

            // The marks behind the first one end the same sentence or none; looking at each again would take forever on a line of dots.
            var end = EndOfMarks(text, position, paragraph.End);
            if (EndsSentence(text, start, position, end, paragraph.End))
            {
                AddReadable(sentences, text, TextSpan.FromBounds(start, end).Trim(text));
                start = end;
            }

            position = end - 1;
        }

        AddReadable(sentences, text, TextSpan.FromBounds(start, paragraph.End).Trim(text));
        return sentences;
    }

    private static int EndOfMarks(string text, int position, int limit)
    {
        var end = position + 1;
        while (end < limit && (SentenceMarks.IsTerminal(text[end]) || SentenceMarks.IsClosing(text[end])))
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether the marks from <paramref name="position"/> to <paramref name="end"/>, closing ones included, end a sentence.</summary>
    private static bool EndsSentence(string text, int start, int position, int end, int limit)
    {
        var next = end;
        while (next < limit && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next > end && next < limit && CanBegin(text, next, limit)
            && !(text[position] == '.' && end == position + 1 && IsAbbreviation(text, start, position));
    }

    private static bool CanBegin(string text, int position, int limit)
    {
        limit = Math.Min(limit, position + MaxMarksBeforeSentence);
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
