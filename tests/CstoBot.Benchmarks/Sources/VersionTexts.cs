using CstoBot.Answering;
using CstoBot.Ingestion;

namespace CstoBot.Benchmarks.Sources;

/// <summary>What each version of a corpus says, to tell whether an answer is of one of them.</summary>
internal sealed class VersionTexts
{
    private readonly Dictionary<string, Dictionary<string, string>> versions = [];

    public void Note(Corpus corpus) => versions[corpus.Version] = corpus.Documents.ToDictionary(document => document.Name, document => document.Text);

    /// <summary>Whether all that an answer cites stands, where it says, in the documents of the version that it names.</summary>
    /// <param name="answer">Null for none, which cites nothing.</param>
    public bool Holds(Answer? answer) => answer is null || versions.TryGetValue(answer.CorpusVersion, out var texts) && answer.Citations.All(citation =>
        texts.TryGetValue(citation.Source, out var text)
        && citation.Start + citation.Length <= text.Length
        && text.AsSpan(citation.Start, citation.Length).SequenceEqual(citation.Quote));
}
