using CstoBot.Retrieval.Analysis;

namespace CstoBot.Retrieval.Queries;

/// <summary>All words that mean something here: those of the documents, of the glossary and of the forms of questions.</summary>
internal sealed class Vocabulary(PassageIndex index)
{
    // The more words there are, the more of them are near to any, and the longer it takes to walk to those two edits away.
    private const int ManyChunks = 20_000;

    private readonly int mostEdits = index.Chunks.Count > ManyChunks ? 1 : 2;

    public bool Knows(Term word) =>
        word.IsNumber || StopWords.Contains(word.Exact) || index.ChunkFrequency(word.Stem) > 0 || index.Glossary.Knows(word);

    /// <summary>Known words that are about this many edits (one or two; in a large corpus one) away, each with the number of chunks that hold it.</summary>
    public IEnumerable<(string Word, int Chunks)> Near(string word, int edits) => index.WordsNear(word, Math.Min(edits, mostEdits))
        .Concat(index.Glossary.Words.Select(known => known.Exact).Concat(StopWords.All).Where(known => MayBe(known, word, edits)).Select(known => (known, 0)));

    /// <summary>Russian words of the glossary whose stem is about this many edits from a stem: an inflected word is far from the form that the glossary gives.</summary>
    public IEnumerable<Term> NearRussian(string stem, int edits) => stem[0] is >= 'а' and <= 'я'
        ? index.Glossary.Words.Where(known => MayBe(known.Stem, stem, edits))
        : [];

    private static bool MayBe(string known, string word, int edits) =>
        Math.Abs(known.Length - word.Length) <= edits && (known[0] == word[0] || known.Length > 1 && known[1] == word[0]);
}
