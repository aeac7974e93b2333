using CstoBot.Conversations;
using CstoBot.Retrieval.Analysis;

namespace CstoBot.Retrieval.Queries;

/// <summary>Reads the concepts of a question: glossary entries first, the longest spelling wins; then the words that are left.</summary>
internal static class QueryAnalyzer
{
    /// <summary>A question longer than this says little more, and a search for each of its words costs time.</summary>
    public const int MaxConcepts = 64;

    // In UTF-16 units; more than twice what Telegram lets a person write in one message.
    private const int MaxLength = 10_000;

    private const int UnseenChunks = 5;

    private const double SynonymStrength = 0.9;
    private const double RelatedStrength = 0.7;
    private const double KindStrength = 0.7;

    // What an earlier question spoke of may be meant or not.
    private const double CarriedShare = 0.6;

    /// <summary>The concepts of a question, and those of an earlier one that it goes on with, weaker.</summary>
    public static AnalyzedQuery Analyze(StandaloneQuestion question, PassageIndex index)
    {
        var own = Analyze(question.Text, index);
        if (question.Carried is null)
        {
            return own;
        }

        var carried = Analyze(question.Carried, index).Concepts
            .Select(concept => concept with { Weight = CarriedShare * concept.Weight, IsName = false });
        return own with { Concepts = Distinct(own.Concepts.Concat(carried)) };
    }

    public static AnalyzedQuery Analyze(string text, PassageIndex index)
    {
        var words = Respelling.Read(text.Length > MaxLength ? text[..MaxLength] : text, index);
        var terms = words.Select(word => word.Read).ToList();
        var concepts = new List<(QueryConcept Concept, int Start, int End)>();
        var position = 0;
        while (position < terms.Count && concepts.Count < MaxConcepts)
        {
            var entries = index.Glossary.LongestAt(terms, position, out var length);
            if (length > 1 || length == 1 && !StopWords.Contains(terms[position].Exact))
            {
                concepts.Add((FromGlossary(text, words, position, length, entries, index), position, position + length));
                position += length;
                continue;
            }

            if (!StopWords.Contains(terms[position].Exact) && terms[position].Exact.Length > (terms[position].IsNumber ? 0 : 1))
            {
                concepts.Add((FromWord(text, words[position], isFirst: position == 0, index), position, position + 1));
            }

            position++;
        }

        return new AnalyzedQuery(text, terms, Distinct(SourceMentions.Mark(concepts, terms)));
    }

    private static IReadOnlyList<QueryConcept> Distinct(IEnumerable<QueryConcept> concepts) =>
        concepts.DistinctBy(concept => string.Join(' ', concept.Forms[0].Stems)).Take(MaxConcepts).ToList();

    private static QueryConcept FromGlossary(
        string text, IReadOnlyList<QuestionWord> words, int position, int length, IReadOnlyList<GlossaryEntry> entries, PassageIndex index)
    {
        var own = words.Skip(position).Take(length).ToList();
        var certainty = own.Min(word => word.Certainty);
        var opposites = entries.Where(entry => entry.Tie == GlossaryTie.Opposite).SelectMany(entry => entry.Forms).Select(form => new ConceptForm(form.Stems, 1)).ToList();
        var others = entries.Where(entry => entry.Tie != GlossaryTie.Opposite).SelectMany(entry => entry.Forms.Select(form =>
            new ConceptForm(form.Stems, certainty * Strength(entry.Tie), entry.Tie == GlossaryTie.Kind)));
        var surface = text[own[0].Typed.Start..own[^1].Typed.End];
        return Weighed(surface, [.. OwnForms(own, certainty), .. others], entries.Any(entry => entry.Tie == GlossaryTie.Name), index) with { Opposites = opposites };
    }

    /// <summary>The words as typed, and as they are read when that is something else.</summary>
    private static IEnumerable<ConceptForm> OwnForms(IReadOnlyList<QuestionWord> words, double certainty)
    {
        yield return new ConceptForm(words.Select(word => word.Typed.Stem).ToList(), 1);
        if (certainty < 1)
        {
            yield return new ConceptForm(words.Select(word => word.Read.Stem).ToList(), certainty);
        }
    }

    private static double Strength(GlossaryTie tie) => tie switch
    {
        GlossaryTie.Name or GlossaryTie.Term => SynonymStrength,
        GlossaryTie.Kind => KindStrength,
        _ => RelatedStrength,
    };

    private static QueryConcept FromWord(string text, QuestionWord word, bool isFirst, PassageIndex index)
    {
        var surface = text[word.Typed.Start..word.Typed.End];
        var number = Ordinals.OtherOrNull(word.Typed.Exact) is { } other ? [new ConceptForm([other], SynonymStrength)] : Array.Empty<ConceptForm>();
        return Weighed(surface, [.. OwnForms([word], word.Certainty), .. number], word.Typed is { IsNumber: true, Exact.Length: > 1 } || IsName(surface, isFirst), index);
    }

    private static bool IsName(string surface, bool isFirst) =>
        char.IsUpper(surface[0]) && (!isFirst || surface.Length > 1 && surface.All(character => !char.IsLower(character)));

    private static QueryConcept Weighed(string surface, IReadOnlyList<ConceptForm> forms, bool isName, PassageIndex index)
    {
        var distinct = forms
            .GroupBy(form => string.Join(' ', form.Stems))
            .Select(group => group.MaxBy(form => form.Strength)!)
            .ToList();
        var frequency = distinct.Max(form => form.Stems.Min(index.ChunkFrequency));
        return new QueryConcept(surface, distinct, isName, InverseDocumentFrequency(frequency, index.Chunks.Count), frequency > 0);
    }

    /// <summary>
    /// As BM25 has it (Robertson and Zaragoza 2009), with one added inside the logarithm so that it is never negative, and with
    /// <see cref="UnseenChunks"/> that hold none of the words: in a few chunks alone, frequencies say too little.
    /// </summary>
    private static double InverseDocumentFrequency(int frequency, int count) => Math.Log(1 + (UnseenChunks + count - frequency + 0.5) / (frequency + 0.5));
}
