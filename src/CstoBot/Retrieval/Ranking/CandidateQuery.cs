using CstoBot.Retrieval.Queries;
using Lucene.Net.Search;
using IndexTerm = Lucene.Net.Index.Term;

namespace CstoBot.Retrieval.Ranking;

/// <summary>
/// What the index itself is asked: cheap enough for millions of chunks. Only the words that tell, only in the field that holds all of
/// a chunk's words; everything finer is weighed for the candidates alone (<see cref="PassageRanker"/>).
/// </summary>
internal static class CandidateQuery
{
    // A text may name a thing by a part of its name alone ("the Council").
    public const float PartBoost = 0.3f;

    /// <summary>Words of a name may stand apart ("Ministers of Foreign Affairs").</summary>
    public const int Slop = 2;

    public static Query Of(IReadOnlyList<QueryConcept> concepts)
    {
        var query = new BooleanQuery();
        foreach (var concept in concepts)
        {
            query.Add(Of(concept), Occur.SHOULD);
        }

        return query;
    }

    private static Query Of(QueryConcept concept)
    {
        if (concept.Forms is [{ Stems.Count: 1 } only])
        {
            return Form(only);
        }

        var best = new DisjunctionMaxQuery(0);
        foreach (var form in concept.Forms)
        {
            best.Add(Form(form));
        }

        foreach (var stem in concept.Forms[0].Stems.Count > 1 ? concept.Forms[0].Stems : [])
        {
            best.Add(new TermQuery(new IndexTerm(PassageIndex.TextField, stem)) { Boost = PartBoost });
        }

        return best;
    }

    private static Query Form(ConceptForm form)
    {
        if (form.Stems.Count == 1)
        {
            return new TermQuery(new IndexTerm(PassageIndex.TextField, form.Stems[0])) { Boost = (float)form.Strength };
        }

        var phrase = new PhraseQuery { Slop = Slop, Boost = (float)form.Strength };
        foreach (var stem in form.Stems)
        {
            phrase.Add(new IndexTerm(PassageIndex.TextField, stem));
        }

        return phrase;
    }
}
