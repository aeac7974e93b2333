using CstoBot.Retrieval.Analysis;

namespace CstoBot.Retrieval.Queries;

/// <summary>A word of a question as it was typed and as it is read.</summary>
/// <param name="Read">The typed word itself, or the known word that it was meant to be, at the typed one's place.</param>
/// <param name="Certainty">1 for the typed word, less for a guess.</param>
internal readonly record struct QuestionWord(Term Typed, Term Read, double Certainty)
{
    public static QuestionWord AsTyped(Term term) => new(term, term, 1);
}

/// <summary>
/// Reads the words that nothing and nobody here uses: typed in the wrong keyboard layout ("ghbdtn"), in the other script
/// ("kto takoy", "Тасмагамбетов"), or with a slip ("secretery"). What is known is never touched.
/// </summary>
internal static class Respelling
{
    // Each costs a walk through the dictionary; a text of more unknown words is in another language.
    private const int MaxGuesses = 12;

    // Longer ones are no words: numbers of forms, addresses, noise.
    private const int MaxLength = 40;

    private const double TransliterationCertainty = 0.9;
    private const double SlipCertainty = 0.9;
    private const double CertaintyLostByEdit = 0.2;

    // A shorter word in Latin letters ("na", "kto") is Russian only beside a longer one that is.
    private const int TellingLength = 4;

    private const int LongWord = 8;
    private const double EasySlip = 0.6;
    private const double OneEdit = 1;
    private const double TwoSlips = 1.2;

    // The frequency of a word in the documents only decides between spellings that are equally near.
    private const double FrequencyShare = 0.02;

    public static IReadOnlyList<QuestionWord> Read(string text, PassageIndex index)
    {
        var vocabulary = new Vocabulary(index);
        var terms = TextAnalyzer.Analyze(text);
        if (terms.All(vocabulary.Knows))
        {
            return terms.Select(QuestionWord.AsTyped).ToList();
        }

        terms = TextAnalyzer.Analyze(LayoutRepair.Of(text, vocabulary));
        var isRussianInLatin = terms.Any(term => term.Exact.Length >= TellingLength && IsWord(term) && !vocabulary.Knows(term) && CyrillicOrNull(term, vocabulary) is not null);
        var guesses = 0;
        return terms.Select(term => vocabulary.Knows(term) || !IsWord(term) || ++guesses > MaxGuesses
            ? QuestionWord.AsTyped(term)
            : Guess(term, IsCapital(text, term), isRussianInLatin, vocabulary)).ToList();
    }

    /// <summary>Codes ("MIR7A") differ by a sign and are different things.</summary>
    private static bool IsWord(Term term) => term.Exact.Length <= MaxLength && !term.Exact.Any(char.IsDigit);

    private static bool IsCapital(string text, Term term) => term.Start > 0 && char.IsUpper(text[term.Start]);

    private static QuestionWord Guess(Term term, bool isName, bool isRussianInLatin, Vocabulary vocabulary)
    {
        if (isRussianInLatin && CyrillicOrNull(term, vocabulary) is { } russian)
        {
            return new QuestionWord(term, At(term, russian), TransliterationCertainty);
        }

        if (LatinOrNull(term, vocabulary) is { } latin)
        {
            return new QuestionWord(term, At(term, latin), TransliterationCertainty);
        }

        return MeantOrNull(term, isName, vocabulary) is var (word, distance)
            ? new QuestionWord(term, word with { Start = term.Start, End = term.End }, SlipCertainty - (CertaintyLostByEdit * distance))
            : QuestionWord.AsTyped(term);
    }

    private static Term At(Term place, string word) => TextAnalyzer.Analyze(word)[0] with { Start = place.Start, End = place.End };

    /// <summary>The known Russian word that was typed in Latin letters.</summary>
    private static string? CyrillicOrNull(Term term, Vocabulary vocabulary)
    {
        if (Transliteration.ToCyrillicOrNull(term.Exact) is not { Length: > 0 } russian)
        {
            return null;
        }

        // "e" is two letters ("eto" is "это"); other letters that Latin has no sign for are left to likeness.
        return new[] { russian, 'э' + russian[1..] }.FirstOrDefault(word => (word == russian || russian[0] == 'е') && vocabulary.Knows(TextAnalyzer.Analyze(word)[0]))
            ?? (term.Exact.Length < TellingLength ? null : vocabulary.Near(russian, 1).Select(near => near.Word)
                .FirstOrDefault(word => Transliteration.ToLatinOrNull(word) is { } latin && Transliteration.Skeleton(latin) == Transliteration.Skeleton(term.Exact)));
    }

    /// <summary>The known word in Latin letters that a Russian one stands for; a Russian name is inflected ("Тасмагамбетовым"), so its ending may be left over.</summary>
    private static string? LatinOrNull(Term term, Vocabulary vocabulary)
    {
        if (term.Exact.Length < TellingLength || Transliteration.ToLatinOrNull(term.Exact) is not { Length: > 0 } latin)
        {
            return null;
        }

        for (var length = latin.Length; length >= Math.Max(TellingLength, latin.Length - 3); length--)
        {
            var skeleton = Transliteration.Skeleton(latin[..length]);
            var word = vocabulary.Near(latin[..length], 2).Select(near => near.Word).FirstOrDefault(word => Transliteration.Skeleton(word) == skeleton);
            if (word is not null)
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>The known word that is nearest within what a word of this length may differ by.</summary>
    private static (Term Word, double Distance)? MeantOrNull(Term term, bool isName, Vocabulary vocabulary)
    {
        var edits = term.Exact.Length < LongWord ? 1 : 2;
        var words = vocabulary.Near(term.Exact, edits)
            .Select(near => new Candidate(At(term, near.Word), near.Chunks, WordDistance.Between(term.Exact, near.Word)))
            .Where(near => near.Distance <= Farthest(term.Exact.Length, isName, near));
        var stems = vocabulary.NearRussian(term.Stem, edits)
            .Select(near => new Candidate(near, 0, WordDistance.Between(term.Stem, near.Stem)))
            .Where(near => near.Distance <= Farthest(term.Stem.Length, isName, near));
        return words.Concat(stems)
            .OrderBy(near => near.Distance - (FrequencyShare * Math.Log2(1 + near.Chunks)))
            .Select(near => ((Term, double)?)(near.Word, near.Distance))
            .FirstOrDefault();
    }

    /// <summary>
    /// How far a slip may lead, in weighed edits; 0: nowhere. A short word is near to too many others, and an unknown person must not
    /// become a known one.
    /// </summary>
    private static double Farthest(int length, bool isName, Candidate known) => (length, isName) switch
    {
        ( < 4, _) => 0,
        _ when StopWords.Contains(known.Word.Exact) => EasySlip,
        ( < 5, _) => EasySlip,
        ( < 6, _) => known.Chunks > 0 && !isName ? OneEdit : EasySlip,
        ( < LongWord, _) or (_, true) => OneEdit,
        _ => TwoSlips,
    };

    private readonly record struct Candidate(Term Word, int Chunks, double Distance);
}
