using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Indexing;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Retrieval.Ranking;

/// <summary>
/// Scores the candidates for one question: each concept by its best spelling in its best field, the concepts add up; then the
/// question's own forms of its words, its words of form, words of one family with its words, and how close together its words stand.
/// Reads a chunk's words from beside the index. For one thread.
/// </summary>
internal sealed class PassageRanker
{
    // Chosen on public collections (XQuAD, SciFact, Cranfield) as a whole and held fixed; small changes matter little.
    private const double ExactBoost = 0.2;
    private const double FormBoost = 0.3;
    private const double OtherFieldsShare = 0.3;
    private const double LikeBoost = 0.8;
    private const double ClosestBoost = 0.8;
    private const double PairBoost = 0.5;

    private static readonly (string Name, double Boost)[] Fields =
        [(PassageIndex.TitleField, 1.3), (PassageIndex.HeadingField, 0.4), (PassageIndex.TextField, 1.0)];

    private const int Text = 2;

    private readonly PassageIndex index;
    private readonly QueryWords words = new();
    private readonly List<WeighedForm[]> concepts;
    private readonly List<(int Word, uint Id, double Weight)> exact;
    private readonly List<(int Word, double Weight)> ofForm;
    private readonly double[] averages;
    private readonly double averageText;
    private readonly LikeWords like;
    private readonly ClosestWords closest;
    private readonly WordPairs pairs;

    public PassageRanker(AnalyzedQuery question, PassageIndex index)
    {
        this.index = index;
        averages = Array.ConvertAll(Fields, field => index.AverageLength(field.Name));
        averageText = averages[Text] - averages[..Text].Sum();
        concepts = question.Concepts.Select(concept => Forms(concept).ToArray()).ToList();
        exact = question.Terms.Where(term => !StopWords.Contains(term.Exact)).DistinctBy(term => term.Exact).Take(QueryAnalyzer.MaxConcepts)
            .Select(term => (words.Add(term.Stem), WordId.Of(term.Exact, term.Stem), ExactBoost * Idf(PassageIndex.TextField, term.Stem)))
            .ToList();

        // Words of form hardly tell, but two passages that are equal otherwise may differ in them.
        ofForm = question.Terms.Where(term => StopWords.Contains(term.Exact)).DistinctBy(term => term.Stem).Take(QueryAnalyzer.MaxConcepts)
            .Select(term => (words.Add(term.Stem), FormBoost * Idf(PassageIndex.TextField, term.Stem)))
            .ToList();

        like = new LikeWords(question.Concepts, words, index);
        closest = new ClosestWords(question.Concepts, words);
        pairs = new WordPairs(Telling(question).ToList(), words, averages[Text]);
    }

    /// <summary>Higher is better; comparable only among the chunks of one question.</summary>
    public double Score(ChunkWords chunk)
    {
        words.Find(chunk.All);
        var (title, heading, all) = (chunk.Title.Length, chunk.Heading.Length, chunk.All.Length);
        ReadOnlySpan<(int Start, int End)> bounds = [(0, title), (title, title + heading), (0, all)];
        var score = 0.0;
        foreach (var forms in concepts)
        {
            score += Best(forms, bounds);
        }

        var text = (Start: title + heading, End: all);
        foreach (var (word, id, weight) in exact)
        {
            score += Bm25.Score(weight, Count(word, id, chunk.All, text), text.End - text.Start, averageText);
        }

        foreach (var (word, weight) in ofForm)
        {
            score += Bm25.Score(weight, words.Places(word).Length, all, averages[Text]);
        }

        return score + (LikeBoost * like.Score(all)) + (ClosestBoost * closest.Score(all)) + (PairBoost * pairs.Score(all));
    }

    /// <summary>The best spelling in the best field, and a share of what the others tell.</summary>
    private double Best(WeighedForm[] forms, ReadOnlySpan<(int Start, int End)> bounds)
    {
        var (best, sum) = (0.0, 0.0);
        foreach (var form in forms)
        {
            for (var field = form.First; field < Fields.Length; field++)
            {
                var (start, end) = bounds[field];
                if (end > start && form.Weights[field] > 0)
                {
                    var occurrences = WordPlaces.Occurrences(words, form.Words, start, end);
                    var score = Bm25.Score(form.Weights[field], occurrences, end - start, averages[field]);
                    (best, sum) = (Math.Max(best, score), sum + score);
                }
            }
        }

        return best + (OtherFieldsShare * (sum - best));
    }

    private int Count(int word, uint id, ReadOnlySpan<uint> all, (int Start, int End) bounds)
    {
        var count = 0;
        foreach (var place in words.Places(word))
        {
            count += place >= bounds.Start && all[place] == id ? 1 : 0;
        }

        return count;
    }

    private IEnumerable<(int Word, int Place, double Weight)> Telling(AnalyzedQuery question) => question.Terms
        .Select((term, place) => (Term: term, Place: place))
        .Where(word => !StopWords.Contains(word.Term.Exact))
        .Take(QueryAnalyzer.MaxConcepts)
        .Select(word => (words.Add(word.Term.Stem), word.Place, Idf(PassageIndex.TextField, word.Term.Stem)));

    private IEnumerable<WeighedForm> Forms(QueryConcept concept)
    {
        foreach (var form in concept.Forms)
        {
            yield return new WeighedForm(
                form.Stems.Select(words.Add).ToArray(),
                Array.ConvertAll(Fields, field => field.Boost * form.Strength * form.Stems.Sum(stem => Idf(field.Name, stem))),
                First: 0);
        }

        foreach (var stem in concept.Forms[0].Stems.Count > 1 ? concept.Forms[0].Stems : [])
        {
            yield return new WeighedForm([words.Add(stem)], [0, 0, CandidateQuery.PartBoost * Idf(PassageIndex.TextField, stem)], First: Text);
        }
    }

    private double Idf(string field, string word) =>
        index.ChunkFrequency(field, word) is var frequency and > 0 ? Bm25.InverseDocumentFrequency(frequency, index.Chunks.Count) : 0;

    /// <param name="Words">By their numbers in <see cref="QueryWords"/>.</param>
    /// <param name="Weights">By field.</param>
    /// <param name="First">The first field it is looked for in.</param>
    private sealed record WeighedForm(int[] Words, double[] Weights, int First);
}
