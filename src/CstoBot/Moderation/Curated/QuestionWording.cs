using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Moderation.Curated;

/// <summary>
/// The words of a question in order, without what changes nothing of what is asked: courtesy, articles, short forms ("what's"), a name written out or
/// shortened, and "the head of NAME" for "the NAME head". Words of form stay: "was", "not", "all", "from" make another question.
/// </summary>
internal static partial class QuestionWording
{
    private const string Possessive = "'s";

    private static readonly FrozenSet<string> Articles = Words("a an the");
    private static readonly FrozenSet<string> Courtesy = Words("please pls plz kindly пожалуйста плиз");
    private static readonly FrozenSet<string> Openers = Words("hi hello hey ok okay so well and but а и но ну так вот привет здравствуйте скажите скажи подскажите подскажи ответьте ответь");
    private static readonly FrozenSet<string> Determiners = Words("a an the many which");

    // One verb in the forms that its subject asks for; time and mood stay.
    private static readonly FrozenDictionary<string, string> Agreement = new Dictionary<string, string>
    {
        ["are"] = "is", ["am"] = "is", ["were"] = "was", ["does"] = "do", ["has"] = "have",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Asking = Words("when where why who whom how когда где куда откуда почему зачем кто кого кому кем сколько");
    private static readonly FrozenSet<string> OtherAsking = Words("what which whose ли что чего чему чем какой какая какое какие какого каких каком какую каким какими чей чья чье чьи как");
    private static readonly FrozenSet<string> Auxiliaries = Words("is was do did have had can could will would should must may might");

    /// <summary>Never empty where the text has a word.</summary>
    public static IReadOnlyList<AskedWord> Of(string text, Glossary glossary)
    {
        var expanded = Expand(text);
        var terms = TextAnalyzer.Analyze(expanded);
        var words = Read(expanded, terms, glossary);
        var first = words.FindIndex(word => !Openers.Contains(word.Text));
        var kept = words.Skip(Math.Max(0, first)).Where(word => !Courtesy.Contains(word.Text)).ToList();
        Turn(kept);
        kept.RemoveAll(word => Articles.Contains(word.Text));
        return [.. kept.Count > 0 ? kept : words, .. Signs().Matches(expanded).Select(sign => new AskedWord(sign.Value.Trim(), IsPlain: false))];
    }

    /// <summary>
    /// Of a question that goes on with an earlier one: "And when?" after "Did the council meet in Minsk?" asks "When did the council meet in
    /// Minsk?". Null where what is meant is not as plain as that.
    /// </summary>
    public static IReadOnlyList<AskedWord>? OfFollowUpOrNull(string text, string carried, Glossary glossary)
    {
        var earlier = Of(carried, glossary);
        return Of(text, glossary) is [var asking] && Asking.Contains(asking.Text)
            && earlier.Count > 1
            && !earlier.Any(word => Asking.Contains(word.Text) || OtherAsking.Contains(word.Text))
            && (Auxiliaries.Contains(earlier[0].Text) || IsCyrillic(asking.Text))
                ? [asking, .. earlier]
                : null;
    }

    private static List<AskedWord> Read(string text, IReadOnlyList<Term> terms, Glossary glossary)
    {
        var words = new List<AskedWord>();
        for (var position = 0; position < terms.Count;)
        {
            var isName = glossary.LongestAt(terms, position, out var length).Where(entry => entry.Tie == GlossaryTie.Name).ToList();
            if (isName.Count > 0 && (length > 1 || !StopWords.Contains(terms[position].Exact)))
            {
                words.AddRange(Name(terms.Skip(position).Take(length).ToList(), isName));
            }
            else
            {
                length = 1;
                words.Add(Word(text, terms, position));
            }

            if (IsPossessive(text, terms[position + length - 1]))
            {
                words.Add(new AskedWord(Possessive, IsPlain: false));
            }

            position += length;
        }

        return words;
    }

    private static AskedWord Word(string text, IReadOnlyList<Term> terms, int position)
    {
        var (term, typed) = (terms[position], text[terms[position].Start..terms[position].End]);

        // WHO and who, US and us.
        var shouts = StopWords.Contains(term.Exact) && typed.Length > 1 && IsUpper(typed) && !IsUpper(text);
        var exact = shouts ? typed : Agreement.GetValueOrDefault(term.Exact, term.Exact);
        return new AskedWord(exact, IsPlain: !StopWords.Contains(term.Exact) && !term.IsNumber && !(position > 0 && char.IsUpper(typed[0])));
    }

    /// <summary>By its abbreviation where its words have these initials and it is known by them, by its main word where it is known by that alone; else as it is written.</summary>
    private static IEnumerable<AskedWord> Name(List<Term> terms, List<GlossaryEntry> entries)
    {
        var known = entries.SelectMany(entry => entry.Forms).Where(form => form.Stems.Count == 1).Select(form => form.Stems[0]).ToHashSet(StringComparer.Ordinal);
        var initials = string.Concat(terms.Where(term => !StopWords.Contains(term.Exact)).Select(term => term.Exact[0]));
        var main = terms.Where(term => known.Contains(term.Stem)).ToList();
        return terms.Count > 1 && initials.Length > 1 && known.Contains(initials) ? [AskedWord.NameOf(initials)]
            : terms.Count > 1 && main.Count == 1 ? [AskedWord.NameOf(main[0].Exact)]
            : terms.Select(term => AskedWord.NameOf(term.Exact));
    }

    /// <summary>"the head of NAME": "NAME head". Only behind a word that shows that "head" is a noun.</summary>
    private static void Turn(List<AskedWord> words)
    {
        for (var of = 2; of + 1 < words.Count; of++)
        {
            var name = Articles.Contains(words[of + 1].Text) && of + 2 < words.Count ? of + 2 : of + 1;
            if (words[of].Text != "of" || !words[name].IsName || name + 1 < words.Count && (words[name + 1].IsName || words[name + 1].Text == Possessive))
            {
                continue;
            }

            var start = of;
            while (start > 0 && words[start - 1] is { IsName: false, Text: not Possessive } before && !before.IsNumber && !StopWords.Contains(before.Text))
            {
                start--;
            }

            if (start < of && start > 0 && Determiners.Contains(words[start - 1].Text))
            {
                var owner = words[name];
                words.RemoveRange(of, name - of + 1);
                words.Insert(start, owner);
            }
        }
    }

    private static string Expand(string text)
    {
        var plain = Apostrophes().Replace(text, "'");
        plain = ShortIs().Replace(plain, "$1 is");
        plain = ShortNot().Replace(plain, match => match.Groups[1].Value.ToLowerInvariant() switch
        {
            "ca" or "can" => "can not",
            "wo" => "will not",
            var verb => $"{verb} not",
        });
        return ShortAre().Replace(plain, " are");
    }

    private static bool IsPossessive(string text, Term term) =>
        term.End - term.Start > 2 && text.AsSpan(term.Start, term.End - term.Start).EndsWith(Possessive, StringComparison.OrdinalIgnoreCase)
        && !term.Exact.EndsWith(Possessive, StringComparison.Ordinal);

    private static bool IsUpper(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    private static bool IsCyrillic(string word) => word[0] is >= 'а' and <= 'я';

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex("[’ʼ＇`]")]
    private static partial Regex Apostrophes();

    [GeneratedRegex(@"\b(what|who|where|when|why|how|which|that|there|it|he|she)'s\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShortIs();

    [GeneratedRegex(@"\b(ca|wo|do|does|did|is|are|was|were|has|have|had|could|would|should|must)n'?t\b|\b(?<1>can)not\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShortNot();

    [GeneratedRegex(@"'re\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShortAre();

    // What no word is and yet tells: 5 %, $5, C++, -5.
    [GeneratedRegex(@"[%$€£¥₽₸+&<>=°§№#^*~]|(?<![\w\s])[-−](?=\d)|(?<=\s)[-−](?=\d)|^[-−](?=\d)")]
    private static partial Regex Signs();
}

/// <param name="Text">Folded.</param>
/// <param name="IsPlain">It is neither a word of form, nor a number, nor a name: a word that only narrows what is asked.</param>
/// <param name="IsName">The glossary names it.</param>
internal readonly record struct AskedWord(string Text, bool IsPlain, bool IsName = false)
{
    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    public static AskedWord NameOf(string text) => new(text, IsPlain: false, IsName: true);
}
