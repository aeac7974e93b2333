using CstoBot.Ingestion;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Ingestion;

public sealed class ChunkerTests
{
    [Fact]
    public void A_chunk_never_crosses_a_section()
    {
        var document = SomeCorpus.Document("07.07.2025\n\nFirst news.\n\n30.06.2025\n\nSecond news.");

        Assert.Equal(["First news.", "Second news."], Chunker.Split(document).Select(chunk => chunk.Text));
    }

    [Fact]
    public void A_long_section_gives_several_chunks_that_hold_each_sentence_once()
    {
        var document = SomeCorpus.Document(string.Join(' ', Enumerable.Range(1, 500).Select(number => $"This is sentence number {number}.")));

        var chunks = Chunker.Split(document);

        Assert.True(chunks.Count > 1);
        Assert.Equal(500, chunks.SelectMany(chunk => chunk.Sentences).DistinctBy(sentence => sentence.Span).Count());
        Assert.All(chunks, chunk => Assert.True(chunk.Span.Length <= Chunker.TargetLength));
    }

    [Fact]
    public void A_question_keeps_its_role()
    {
        var document = SomeCorpus.Document("— Is it so? Really?\n\n— It is.");

        var roles = Chunker.Split(document).Single().Sentences.Select(sentence => sentence.Role);

        Assert.Equal([SentenceRole.InterviewerQuestion, SentenceRole.InterviewerQuestion, SentenceRole.Statement], roles);
    }
}
