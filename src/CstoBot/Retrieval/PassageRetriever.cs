using Lucene.Net.Search;
using IndexTerm = Lucene.Net.Index.Term;

namespace CstoBot.Retrieval;

/// <summary>Finds the passages for a question: each concept scores by its best spelling in its best field, and the concepts add up.</summary>
internal static class PassageRetriever
{
    // Chosen on public collections (XQuAD, SciFact, Cranfield) as a whole and held fixed; small changes matter little.
    private const float TextBoost = 1.0f;
    private const float ExactBoost = 0.2f;
    private const float HeadingBoost = 0.4f;
    private const float TitleBoost = 0.8f;
    private const float PartBoost = 0.3f;
    private const float FormBoost = 0.3f;
    private const float OtherFieldsShare = 0.3f;

    /// <summary>The best passages, best first; empty when nothing of the question stands in any document.</summary>
    public static IReadOnlyList<Passage> Retrieve(AnalyzedQuery question, PassageIndex index, int top)
    {
        if (question.Concepts.Count == 0)
        {
            return [];
        }

        var query = new BooleanQuery();
        foreach (var concept in question.Concepts)
        {
            query.Add(Concept(concept), Occur.SHOULD);
        }

        foreach (var term in question.Terms.Where(term => !StopWords.Contains(term.Exact)).DistinctBy(term => term.Exact).Take(QueryAnalyzer.MaxConcepts))
        {
            query.Add(new TermQuery(new IndexTerm(PassageIndex.ExactField, term.Exact)) { Boost = ExactBoost }, Occur.SHOULD);
        }

        // Words of form hardly tell, but two passages that are equal otherwise may differ in them.
        foreach (var term in question.Terms.Where(term => StopWords.Contains(term.Exact)).DistinctBy(term => term.Stem).Take(QueryAnalyzer.MaxConcepts))
        {
            query.Add(new TermQuery(new IndexTerm(PassageIndex.TextField, term.Stem)) { Boost = FormBoost }, Occur.SHOULD);
        }

        return index.Search(query, top);
    }

    private static Query Concept(QueryConcept concept)
    {
        var best = new DisjunctionMaxQuery(OtherFieldsShare);
        foreach (var form in concept.Forms)
        {
            best.Add(Form(form, PassageIndex.TextField, TextBoost));
            best.Add(Form(form, PassageIndex.HeadingField, HeadingBoost));
            best.Add(Form(form, PassageIndex.TitleField, TitleBoost));
        }

        // A text may name a thing by a part of its name alone ("the Council").
        foreach (var stem in concept.Forms[0].Stems.Count > 1 ? concept.Forms[0].Stems : [])
        {
            best.Add(new TermQuery(new IndexTerm(PassageIndex.TextField, stem)) { Boost = PartBoost });
        }

        return best;
    }

    private static Query Form(ConceptForm form, string field, float boost)
    {
        var query = form.Stems.Count == 1 ? new TermQuery(new IndexTerm(field, form.Stems[0])) : Phrase(form.Stems, field);
        query.Boost = boost * (float)form.Strength;
        return query;
    }

    private static Query Phrase(IReadOnlyList<string> stems, string field)
    {
        var phrase = new PhraseQuery { Slop = 2 };
        foreach (var stem in stems)
        {
            phrase.Add(new IndexTerm(field, stem));
        }

        return phrase;
    }
}
