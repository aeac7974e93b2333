using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Answering;

/// <summary>What a text names, by the glossary, and what of it a reader may want to hear more of. Pure.</summary>
internal static class NamesNearby
{
    // What is spoken of nearly everywhere (the organization, its head) is no news to anybody.
    private const double CommonShare = 0.2;
    private const int CommonAtLeast = 2;

    // A person may ask for what half of the texts speak of; the organization itself is more than that.
    private const double CommonShareOfAsked = 0.5;

    // A place that is mentioned once is where something else happened.
    private const int MentionsOfOneWord = 2;

    /// <summary>Names in a sentence that are worth a question, in order, as they are called in a language.</summary>
    public static IEnumerable<string> In(AnalyzedSentence sentence, AnalyzedChunk chunk, PassageIndex index, Language language)
    {
        var isSource = SourceNames.Mask(sentence.Terms, sentence.Text);
        return Found(sentence.Terms, index)
            .Where(name => char.IsUpper(sentence.Text[sentence.Terms[name.Start].Start]) && !isSource[name.Start])
            .Where(name => Chunks(name.Entry, index) <= Math.Max(CommonAtLeast, CommonShare * index.Chunks.Count))
            .Where(name => name.Length > 1 || Mentions(name.Entry, chunk) >= MentionsOfOneWord)
            .Select(name => SpellingOrNull(name.Entry, name.Length, language))
            .OfType<string>();
    }

    /// <summary>Names in a question, in order, as they are called in a language.</summary>
    public static IEnumerable<string> In(string question, PassageIndex index, Language language)
    {
        var terms = TextAnalyzer.Analyze(question);
        var isSource = SourceNames.Mask(terms, question);
        return Found(terms, index)
            .Where(name => !isSource[name.Start])
            .Where(name => Chunks(name.Entry, index) <= CommonShareOfAsked * index.Chunks.Count)
            .Select(name => SpellingOrNull(name.Entry, name.Length, language))
            .OfType<string>();
    }

    private static IEnumerable<(GlossaryEntry Entry, int Start, int Length)> Found(IReadOnlyList<Term> terms, PassageIndex index)
    {
        for (var position = 0; position < terms.Count; position++)
        {
            var entries = index.Glossary.LongestAt(terms, position, out var length);
            if (entries.FirstOrDefault(entry => entry.Tie == GlossaryTie.Name) is { } entry && !StopWords.Contains(terms[position].Exact))
            {
                yield return (entry, position, length);
                position += length - 1;
            }
        }
    }

    private static int Chunks(GlossaryEntry entry, PassageIndex index) => entry.Forms.Max(form => form.Stems.Min(index.ChunkFrequency));

    private static int Mentions(GlossaryEntry entry, AnalyzedChunk chunk) =>
        chunk.Sentences.Count(sentence => entry.Forms.Any(form => sentence.Stems.Presence(form.Stems) >= 1));

    /// <summary>
    /// The first that is no abbreviation, since glossaries begin with what a thing is mostly called; and no single word for what was named with
    /// more (a person by first and last name). Null when there is none in the language.
    /// </summary>
    private static string? SpellingOrNull(GlossaryEntry entry, int words, Language language) => entry.Spellings.FirstOrDefault(spelling =>
        LanguageDetector.DetectOrNull(spelling) == language
        && char.IsUpper(spelling[0])
        && spelling.Any(char.IsLower)
        && (words == 1 || spelling.AsSpan().ContainsAny(' ', '-')));
}
