using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Indexing;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Retrieval.Indexing;

public sealed class DiskIndexTests : IDisposable
{
    private static readonly string[] Questions =
    [
        "Which countries are members of the CSTO?", "Кто генеральный секретарь ОДКБ?", "When was the summit in Minsk held?",
        "What did the Council of Foreign Ministers decide?", "peacekeeping forces exercises Kyrgyzstan 2024", "the of and", "football",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void On_disk_and_in_memory_the_same_is_found_in_the_same_order()
    {
        using var index = OnDisk(SomeCorpus.Seeds.Corpus, SomeCorpus.Seeds.Glossary);

        Assert.All(Questions, question => Assert.Equal(Hits(SomeCorpus.Seeds, question), Hits(index, question)));
    }

    [Fact]
    public async Task On_disk_and_in_memory_the_same_is_answered()
    {
        using var index = OnDisk(SomeCorpus.Seeds.Corpus, SomeCorpus.Seeds.Glossary);

        foreach (var question in Questions)
        {
            var (expected, actual) = (await SomeCorpus.Seeds.AskAsync(question), await index.AskAsync(question));
            Assert.Equal(CstoBot.Cli.AnswerText.Render(expected), CstoBot.Cli.AnswerText.Render(actual));
        }
    }

    [Fact]
    public void Opened_once_more_it_holds_the_same()
    {
        OnDisk(SomeCorpus.Seeds.Corpus, SomeCorpus.Seeds.Glossary).Dispose();

        using var index = DiskIndex.Open(folder.Path, SomeCorpus.Seeds.Corpus, SomeCorpus.Seeds.Glossary);

        Assert.Equal(SomeCorpus.Seeds.Chunks.Select(chunk => chunk.Text), index.Chunks.Select(chunk => chunk.Text));
        Assert.Equal(SomeCorpus.Seeds.Chunks.Select(chunk => chunk.Text), Enumerable.Range(0, index.Chunks.Count).Select(number => index.Chunks[number].Text));
    }

    [Fact]
    public void Every_document_comes_back_as_it_was()
    {
        var full = SomeCorpus.Document("A heading\n\n12 May 2024\n\nThe “council” met – в Минске. \n\nWho came?\n\n– Nobody did.", "ж.txt", new DocumentMetadata(
            "Title", "Publisher", new DateOnly(2024, 2, 29), new Uri("https://example.org/a?b=ц"), Language.Russian, "probably 2023"))
            with { PageStarts = [0, 11, 30] };
        var corpus = SomeCorpus.Of([.. SomeCorpus.Seeds.Corpus.Documents, full]);

        using var index = OnDisk(corpus, Glossary.Empty);

        Assert.Equal(corpus.Documents.Count, index.Corpus.Documents.Count);
        Assert.Equivalent(corpus.Documents, index.Corpus.Documents, strict: true);
    }

    [Fact]
    public void A_document_without_content_has_its_place_too()
    {
        var empty = new SourceDocument("empty", string.Empty, string.Empty, DocumentMetadata.Unknown, []);
        using var index = OnDisk(SomeCorpus.Of(empty, SomeCorpus.Document("The council met."), empty), Glossary.Empty);

        Assert.Equal(["empty", "a.txt", "empty"], index.Corpus.Documents.Select(document => document.Name));
        Assert.Equal("a.txt", Assert.Single(index.Chunks).Document.Name);
        Assert.Equal("a.txt", index.Chunks[0].Document.Name);
    }

    [Fact]
    public void Many_documents_keep_their_order()
    {
        var names = Enumerable.Range(0, 3_000).Select(number => $"{number:0000}").ToList();

        using var index = OnDisk(SomeCorpus.Of(names.Select(name => SomeCorpus.Document($"The summit {name} met. {new string('x', number(name))}", name))), Glossary.Empty);

        Assert.Equal(names, Enumerable.Range(0, index.Chunks.Count).Select(index.DocumentName));

        static int number(string name) => name[^1] - '0' + 1;
    }

    [Fact]
    public void What_cannot_be_read_ends_the_writing()
    {
        var documents = Enumerable.Range(0, 500).Select(number => number < 499
            ? SomeCorpus.Document($"The summit {number} met. {new string('y', 2_000)}", $"{number}")
            : throw new SourcesUnavailableException("Line 499 is broken."));

        Assert.Throws<SourcesUnavailableException>(() => DiskIndex.Write(folder.Path, documents));
    }

    private static List<(int, double, string, string)> Hits(PassageIndex index, string question) =>
        PassageRetriever.Retrieve(QueryAnalyzer.Analyze(question, index), index, 20)
            .Select(passage => (passage.ChunkNumber, passage.Score, passage.DocumentName, passage.Chunk.Text))
            .ToList();

    private PassageIndex OnDisk(Corpus corpus, Glossary glossary)
    {
        DiskIndex.Write(folder.Path, corpus.Documents);
        return DiskIndex.Open(folder.Path, corpus, glossary);
    }
}
