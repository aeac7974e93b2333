namespace CstoBot.Ingestion;

/// <summary>The indexed span: some sentences of one section, in order.</summary>
/// <param name="Sentences">Never empty.</param>
internal sealed record Chunk(SourceDocument Document, Section Section, IReadOnlyList<Sentence> Sentences)
{
    /// <summary>From the first sentence's beginning to the last one's end.</summary>
    public TextSpan Span => TextSpan.FromBounds(Sentences[0].Span.Start, Sentences[^1].Span.End);

    public string Text => Span.Of(Document.Text);
}
