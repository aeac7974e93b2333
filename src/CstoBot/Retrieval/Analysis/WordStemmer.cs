using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace CstoBot.Retrieval.Analysis;

/// <summary>
/// The stem of one folded word, English or Russian (each stemmer leaves the other script alone): irregular forms, then the Porter
/// and the Russian Snowball stemmer. Not for several threads at once.
/// </summary>
internal sealed class WordStemmer : IDisposable
{
    private readonly OneWord word = new();
    private readonly SnowballFilter stems;
    private readonly ICharTermAttribute term;

    public WordStemmer()
    {
        stems = new SnowballFilter(new PorterStemFilter(new IrregularFormsFilter(word)), new RussianStemmer());
        term = stems.GetAttribute<ICharTermAttribute>();
    }

    public string Stem(string exact)
    {
        word.Next(exact);
        return stems.IncrementToken() ? term.ToString() : exact;
    }

    public void Dispose()
    {
        stems.Dispose();
        word.Dispose();
    }

    /// <summary>A stream of the one word it was given last.</summary>
    private sealed class OneWord : TokenStream
    {
        private readonly ICharTermAttribute term;
        private string? next;

        public OneWord() => term = AddAttribute<ICharTermAttribute>();

        public void Next(string word) => next = word;

        public override bool IncrementToken()
        {
            if (next is null)
            {
                return false;
            }

            ClearAttributes();
            term.SetEmpty().Append(next);
            next = null;
            return true;
        }
    }
}
