using CstoBot.Cli;
using CstoBot.Ingestion;
using CstoBot.Tests.Ingestion;
using Xunit;

namespace CstoBot.Tests.Cli;

public sealed class DocumentLinesTests : IDisposable
{
    private readonly SomeSources folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_line_is_a_document()
    {
        var documents = Read("""
            {"id":"d1","title":"Summit","text":"It was held in Minsk.","lang":"en"}

            {"id":2,"text":"No title."}
            {"id":"d3","title":"Only a title","text":""}
            {"id":"d4","text":""}
            """);

        Assert.Equal(["d1", "2", "d3", "d4"], documents.Select(document => document.Name));
        Assert.Equal(["Summit", null, "Only a title", null], documents.Select(document => document.Metadata.Title));
        Assert.Equal([1, 1, 1, 0], documents.Select(document => document.Sections.Count));
        Assert.Equal(3, documents.SelectMany(Chunker.Split).Count());
    }

    [Theory]
    [InlineData("{\"id\":\"d1\",\"text\":\"x\"}\nnonsense", 2)]
    [InlineData("{\"id\":\"d1\"}", 1)]
    [InlineData("{\"text\":\"x\"}", 1)]
    [InlineData("[]", 1)]
    [InlineData("{\"id\":\"d1\",\"text\":5}", 1)]
    [InlineData("{\"id\":\"d1\",\"text\":\"\\ud800\"}", 1)]
    public void A_line_that_is_no_document_is_named(string lines, int number) =>
        Assert.Equal(
            $"Line {number} of the documents file is not a document with \"id\" and \"text\".",
            Assert.Throws<SourcesUnavailableException>(() => Read(lines)).Message);

    [Fact]
    public void A_file_without_documents_is_told() =>
        Assert.Equal("The documents file holds no documents.", Assert.Throws<SourcesUnavailableException>(() => Read("\n\n")).Message);

    [Fact]
    public void A_missing_file_is_told() =>
        Assert.StartsWith(
            "The documents file cannot be read: ",
            Assert.Throws<SourcesUnavailableException>(() => DocumentLines.Read(Path.Combine(folder.Folder, "none.jsonl")).ToList()).Message,
            StringComparison.Ordinal);

    private List<SourceDocument> Read(string lines) => DocumentLines.Read(folder.Add("documents.jsonl", lines)).ToList();
}
