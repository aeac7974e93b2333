using CstoBot.Cli;
using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Retrieval;

/// <summary>Documents and queries that nobody would write, as a collection and as a source.</summary>
public sealed class BadInputTests
{
    private static readonly string Word = "summit";
    private static readonly string Line = string.Concat(Enumerable.Range(0, 550_000).Select(number => $"w{number} the "));
    private static readonly string Unbroken = new('a', 300_000);
    private static readonly string Mixed = "The саммит 首脑会议 summit قمة in Минске was η σύνοδος, 2024!";

    public static TheoryData<string> Queries =>
    [
        "", "  ", "a", "x", "the of and", "и в на", "2024", "7", "?", "AND OR NOT", "\"summit\"", "+summit -minsk title:(x) [a TO b] ~2 ^3 *", "\\", "首脑会议",
        "قمة", "\u202E\u0000", "😀", "summit summit summit", string.Join(' ', Enumerable.Range(0, 4_000).Select(number => $"word{number}")),
        string.Join(' ', Enumerable.Repeat("summit", 4_000)), new string('z', 100_000),
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public void Any_query_gets_hits_in_order_or_none(string query)
    {
        var index = SomeCorpus.Index(Word, Mixed, "The summit was held in Minsk. It was the 7th of 2024.");

        var passages = PassageRetriever.Retrieve(QueryAnalyzer.Analyze(query, index), index, 10);

        Assert.Equal(passages.OrderByDescending(passage => passage.Score), passages);
        Assert.All(passages, passage => Assert.True(double.IsFinite(passage.Score)));
    }

    [Fact]
    public void A_line_of_five_megabytes_is_cut_into_chunks_and_searched()
    {
        var index = Collection(Line);

        Assert.All(index.Chunks, chunk => Assert.InRange(chunk.Span.Length, 1, Chunker.TargetLength + SentenceSplitter.MaxLength));
        Assert.Contains("w400000 ", Assert.Single(PassageRetriever.Retrieve(QueryAnalyzer.Analyze("w400000", index), index, 10)).Chunk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_without_blanks_or_words_is_indexed_all_the_same()
    {
        var index = Collection(Unbroken, "… ?! —", Word, Mixed);

        Assert.Equal(["2", "3"], PassageRetriever.Retrieve(QueryAnalyzer.Analyze("summits", index), index, 10).Select(passage => passage.DocumentName));
        Assert.Equal("3", PassageRetriever.Retrieve(QueryAnalyzer.Analyze("саммит", index), index, 10)[0].DocumentName);
    }

    [Theory]
    [InlineData("{\"id\":\"1\",\"text\":\"\"}", 0)]
    [InlineData("{\"id\":\"1\",\"text\":\"\",\"title\":\"Summit\"}", 1)]
    [InlineData("\uFEFF{\"id\":\"1\",\"text\":\"summit\"}\n\n  \n{\"id\":2,\"text\":\"Summits\",\"title\":null}", 2)]
    public void Lines_of_documents_are_indexed_empty_ones_too(string lines, int found)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, lines);
        using (var collection = CollectionIndex.Of(file))
        {
            Assert.Equal(found, PassageRetriever.Retrieve(QueryAnalyzer.Analyze("summit", collection.Index), collection.Index, 10).Count);
        }

        File.Delete(file);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":")]
    [InlineData("{\"id\":\"1\"}")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"1\",\"text\":\"\\ud800\"}")]
    public void Lines_that_are_no_documents_are_told_in_one_line(string lines)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, lines);

        var exception = Assert.Throws<SourcesUnavailableException>(() => CollectionIndex.Of(file));

        Assert.DoesNotContain('\n', exception.Message);
        File.Delete(file);
    }

    [Fact]
    public void A_large_collection_leaves_nothing_behind()
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, Enumerable.Range(0, 20).Select(number => $"{{\"id\":\"{number}\",\"text\":\"The summit {number} met. {string.Concat(Enumerable.Repeat("word ", 200_000))}\"}}"));
        string[] folders;
        using (var collection = CollectionIndex.Of(file))
        {
            folders = Directory.GetDirectories(Path.GetTempPath(), "cstobot-index-*");

            Assert.NotEmpty(folders);
            Assert.Equal("7", PassageRetriever.Retrieve(QueryAnalyzer.Analyze("summit 7", collection.Index), collection.Index, 10)[0].DocumentName);
            Assert.Equal(20, collection.Index.Corpus.Documents.Count);
        }

        Assert.Contains(folders, folder => !Directory.Exists(folder));
        File.Delete(file);
    }

    private static PassageIndex Collection(params IEnumerable<string> texts) => PassageIndex.Build(
        SomeCorpus.Of(texts.Select((text, number) => new SourceDocument(
            $"{number}", text, string.Empty, DocumentMetadata.Unknown, [new Section(null, null, null, null, null, ParagraphSplitter.Split(text))]))),
        Glossary.Empty);
}
