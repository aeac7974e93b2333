using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Tartarus.Snowball.Ext;
using Lucene.Net.Util;

namespace CstoBot.Retrieval;

/// <summary>
/// One chain for English and Russian (each stemmer leaves the other script alone): Unicode word breaks (UAX #29),
/// folding, irregular forms, then the Porter and the Russian Snowball stemmer. Documents and questions pass through the same one.
/// </summary>
internal static class TextAnalyzer
{
    public static readonly LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>For fields that match word stems.</summary>
    public static Analyzer Stems { get; } = Analyzer.NewAnonymous((_, reader) =>
    {
        var tokenizer = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(tokenizer, new SnowballFilter(new PorterStemFilter(new IrregularFormsFilter(new FoldingFilter(tokenizer))), new RussianStemmer()));
    });

    /// <summary>For fields that match exact forms.</summary>
    public static Analyzer Exact { get; } = Analyzer.NewAnonymous((_, reader) =>
    {
        var tokenizer = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(tokenizer, new FoldingFilter(tokenizer));
    });

    /// <summary>Exact forms for <see cref="PassageIndex.ExactField"/>, stems for all others.</summary>
    public static Analyzer ByField { get; } = new PerFieldAnalyzerWrapper(Stems, new Dictionary<string, Analyzer> { [PassageIndex.ExactField] = Exact });

    /// <summary>The words of a text in order, each with its exact form and stem.</summary>
    public static IReadOnlyList<Term> Analyze(string text)
    {
        // Both chains break words at the same places, so the lists run in step.
        return Read(Exact, text).Zip(Read(Stems, text), (exact, stem) => exact with { Stem = stem.Stem }).ToList();
    }

    private static List<Term> Read(Analyzer analyzer, string text)
    {
        var words = new List<Term>();
        using var stream = analyzer.GetTokenStream(string.Empty, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var word = term.ToString();
            words.Add(new Term(word, word, offset.StartOffset, offset.EndOffset));
        }

        stream.End();
        return words;
    }
}
