using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Indexing;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Retrieval.Indexing;

public sealed class DocumentChunksTests
{
    private static readonly PassageIndex Index = SomeCorpus.Index(
        "One.", string.Concat(Enumerable.Repeat("A sentence of the second document. ", 200)), "Three.");

    [Theory]
    [InlineData("a.txt", 1)]
    [InlineData("b.txt", 4)]
    [InlineData("c.txt", 1)]
    public void Are_those_of_the_document_alone(string name, int expected)
    {
        var chunks = DocumentChunks.OfOrNull(Index, name);

        Assert.NotNull(chunks);
        Assert.Equal(expected, chunks.Count);
        Assert.All(Enumerable.Range(0, chunks.Count), place => Assert.Equal(name, chunks[place].Document.Name));
        Assert.All(Enumerable.Range(0, chunks.Count), place => Assert.Equal(place, chunks.PlaceOrNull(chunks[place].Sentences[^1].Span)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("aa.txt")]
    [InlineData("d.txt")]
    public void Of_a_document_that_is_not_there_there_are_none(string name) => Assert.Null(DocumentChunks.OfOrNull(Index, name));

    [Fact]
    public void What_reaches_over_two_of_them_is_in_none()
    {
        var chunks = DocumentChunks.OfOrNull(Index, "b.txt")!;

        Assert.Null(chunks.PlaceOrNull(TextSpan.FromBounds(chunks[0].Span.Start, chunks[1].Span.End)));
    }
}
