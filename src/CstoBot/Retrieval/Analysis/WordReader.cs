using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;

namespace CstoBot.Retrieval.Analysis;

/// <summary>
/// Reads the words of texts, one text after another; not for several threads at once. Stemming costs more than all else
/// and most words of a text are common ones, so the words met are kept.
/// </summary>
internal sealed class WordReader : IDisposable
{
    // Some 200 bytes each. A text's rare words are endless, so the words kept are dropped when there are this many.
    private const int MaxKept = 32_768;

    private readonly Dictionary<string, Word> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> keptOf;
    private readonly StandardTokenizer tokenizer = new(TextAnalyzer.Version, TextReader.Null);
    private readonly FoldingFilter words;
    private readonly ICharTermAttribute term;
    private readonly IOffsetAttribute offset;
    private readonly WordStemmer stemmer = new();

    public WordReader()
    {
        words = new FoldingFilter(tokenizer);
        term = words.GetAttribute<ICharTermAttribute>();
        offset = words.GetAttribute<IOffsetAttribute>();
        keptOf = kept.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Appends the words of a text in order.</summary>
    /// <param name="starts">Where each begins in the text; null where nobody asks.</param>
    public void Read(string text, List<Word> into, List<int>? starts = null) => Read(text, (into, starts), static (state, word, start, _) =>
    {
        state.into.Add(word);
        state.starts?.Add(start);
    });

    /// <summary>The words of a text in order, each with its place.</summary>
    public IReadOnlyList<Term> ReadTerms(string text)
    {
        var terms = new List<Term>();
        Read(text, terms, static (terms, word, start, end) => terms.Add(new Term(word.Exact, word.Stem, start, end)));
        return terms;
    }

    public void Dispose()
    {
        words.Dispose();
        tokenizer.Dispose();
        stemmer.Dispose();
    }

    private void Read<TState>(string text, TState state, Action<TState, Word, int, int> add)
    {
        tokenizer.SetReader(new StringReader(text));
        try
        {
            words.Reset();
            while (words.IncrementToken())
            {
                add(state, WordOf(term.Buffer.AsSpan(0, term.Length)), offset.StartOffset, offset.EndOffset);
            }

            words.End();
        }
        finally
        {
            words.Dispose();
        }
    }

    private Word WordOf(ReadOnlySpan<char> folded)
    {
        if (keptOf.TryGetValue(folded, out var known))
        {
            return known;
        }

        if (kept.Count == MaxKept)
        {
            kept.Clear();
        }

        var exact = folded.ToString();
        var stem = stemmer.Stem(exact);
        return kept[exact] = new Word(exact, stem == exact ? exact : stem);
    }
}
