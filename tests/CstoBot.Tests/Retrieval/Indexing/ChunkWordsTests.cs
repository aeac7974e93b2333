using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Indexing;
using CstoBot.Retrieval.Queries;
using CstoBot.Retrieval.Ranking;
using CstoBot.Tests.Answering;
using FsCheck;
using FsCheck.Fluent;
using Lucene.Net.Util;
using Xunit;

namespace CstoBot.Tests.Retrieval.Indexing;

public sealed class ChunkWordsTests
{
    [Fact]
    public void The_words_kept_beside_the_index_are_those_of_title_heading_and_text()
    {
        var index = PassageIndex.Build(
            SomeCorpus.Of(SomeCorpus.Document("Drug trafficking\n\nIt comes from the south. Nobody knew.", metadata: DocumentMetadata.Unknown with { Title = "The report" })),
            Glossary.Empty);

        var words = index.Words().Read(0);

        Assert.Equal(Ids("The report"), words.Title.ToArray());
        Assert.Equal(Ids("Drug trafficking"), words.Heading.ToArray());
        Assert.Equal(Ids("Drug trafficking It comes from the south. Nobody knew."), words.Text.ToArray());
        Assert.Equal([0u, 2u, 7u], words.SentenceStarts.ToArray());
        Assert.Equal(Ids("The report Drug trafficking Drug trafficking It comes from the south. Nobody knew."), words.All.ToArray());
    }

    [Fact]
    public void A_words_places_are_found_in_one_pass()
    {
        var words = new QueryWords();
        var (summit, minsk, absent) = (words.Add("summit"), words.Add("minsk"), words.Add("parliament"));

        words.Find(Ids("Summits in Minsk: the summit of Minsk"));

        Assert.Equal([0, 4], words.Places(summit).ToArray());
        Assert.Equal([2, 6], words.Places(minsk).ToArray());
        Assert.Empty(words.Places(absent).ToArray());
        Assert.Equal(summit, words.Add("summit"));
    }

    [Theory]
    [InlineData("council of ministers", 1)]
    [InlineData("ministers of council", 0)]
    [InlineData("council of the ministers", 0.5)]
    [InlineData("council of all the ministers", 1.0 / 3)]
    [InlineData("council, who would have thought, of ministers", 0)]
    [InlineData("the council", 0)]
    [InlineData("council of ministers and council of ministers", 2)]
    public void Words_count_as_a_phrase_by_how_near_they_stand(string text, double occurrences)
    {
        var words = new QueryWords();
        int[] phrase = [words.Add("council"), words.Add("of"), words.Add(TextAnalyzer.Analyze("ministers")[0].Stem)];
        var ids = Ids(text);

        words.Find(ids);

        Assert.Equal(occurrences, WordPlaces.Occurrences(words, phrase, 0, ids.Length), 6);
    }

    [Fact]
    public void Words_of_one_stem_differ_in_their_exact_form_alone()
    {
        var (one, other) = (WordId.Of("members", "member"), WordId.Of("member", "member"));

        Assert.NotEqual(one, other);
        Assert.Equal(WordId.OfStem("member"), WordId.Stem(one));
        Assert.Equal(WordId.Stem(one), WordId.Stem(other));
    }

    [Fact]
    public void A_document_read_for_the_index_has_the_words_of_every_chunk() => Prop.ForAll(AnyTextTests.Texts, text =>
    {
        if (ParagraphSplitter.Split(text) is not { Count: > 0 } paragraphs)
        {
            return;
        }

        var document = new SourceDocument("a", text, string.Empty, DocumentMetadata.Unknown, [new Section(null, null, null, null, null, paragraphs)]);
        var read = IndexedDocument.Of(document, TextAnalyzer.Rent());

        foreach (var chunk in read.Chunks)
        {
            var words = new ChunkWords(new BytesRef(chunk.Bytes));
            Assert.Equal(Ids(chunk.Chunk.Text), words.Text.ToArray());
            Assert.Equal(chunk.Chunk.Sentences.Count, words.SentenceStarts.Length);
            Assert.All(words.SentenceStarts.ToArray(), start => Assert.InRange(start, 0u, (uint)chunk.Words.Length));
        }
    }).QuickCheckThrowOnFailure();

    private static uint[] Ids(string text) => TextAnalyzer.Analyze(text).Select(term => WordId.Of(term.Exact, term.Stem)).ToArray();
}
