using CstoBot.Ingestion;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Retrieval.Analysis;

/// <summary>A chunk's sentences with their words, and the words of what stands above them.</summary>
/// <param name="Heading">Of the section's heading and subtitle.</param>
/// <param name="Question">Of the interviewer's question; empty outside interviews.</param>
/// <param name="About">Of what tells the document as a whole: the title of the part, its first sentence and what was inferred of it, names of sources aside.</param>
/// <param name="Speaker">Of the name of who answers in an interview, as its heading gives it; empty elsewhere.</param>
/// <param name="Source">Of the names under which it appeared: its publisher, and the media its opening names.</param>
internal sealed record AnalyzedChunk(
    Chunk Chunk,
    IReadOnlyList<AnalyzedSentence> Sentences,
    StemText Heading,
    StemText Question,
    StemText About,
    StemText Speaker,
    StemText Source)
{
    public static AnalyzedChunk Of(Chunk chunk)
    {
        var (document, section) = (chunk.Document, chunk.Section);
        var about = $"{document.TitleOf(section)}\n{document.Metadata.Inferred}\n{FirstSentence(document)}";
        var terms = TextAnalyzer.Analyze(about);
        var isSource = SourceNames.Mask(terms, about);
        return new AnalyzedChunk(
            chunk,
            chunk.Sentences.Select(sentence => AnalyzedSentence.Of(document, sentence)).ToList(),
            Stems($"{section.Heading} {section.Subtitle}"),
            Stems(section.Question?.Of(document.Text)),
            StemText.Of(terms.Where((_, place) => !isSource[place]).ToList()),
            Stems(section.Speaker),
            StemText.Of([.. TextAnalyzer.Analyze(document.Metadata.Publisher ?? string.Empty), .. terms.Where((_, place) => isSource[place])]));
    }

    private static string FirstSentence(SourceDocument document) =>
        SentenceSplitter.Split(document.Text, document.Sections[0].Paragraphs[0])[0].Of(document.Text);

    private static StemText Stems(string? text) => text is null ? StemText.Empty : StemText.Of(TextAnalyzer.Analyze(text));
}

/// <summary>A sentence with its words.</summary>
/// <param name="Stems">The terms' stems, in order.</param>
internal sealed record AnalyzedSentence(Sentence Sentence, string Text, IReadOnlyList<Term> Terms, StemText Stems)
{
    public static AnalyzedSentence Of(SourceDocument document, Sentence sentence)
    {
        var text = sentence.Span.Of(document.Text);
        var terms = TextAnalyzer.Analyze(text);
        return new AnalyzedSentence(sentence, text, terms, StemText.Of(terms));
    }
}
