using CstoBot.Conversations;
using CstoBot.Ingestion;
using Xunit;

namespace CstoBot.Tests.Ingestion;

public sealed class SourceManifestTests
{
    [Fact]
    public void Everything_that_is_said_of_a_document_is_read()
    {
        var manifest = Parse("""
            documents:
              - file: a.txt
                title: A title
                publisher: TASS
                published: 2024-06-24
                url: https://example.org/a
                language: ru
                inferred: A digest.
              - file: b.txt
            """);

        Assert.Equal(
            new DocumentMetadata("A title", "TASS", new DateOnly(2024, 6, 24), new Uri("https://example.org/a"), Language.Russian, "A digest."),
            manifest.Documents["a.txt"]);
        Assert.Equal(DocumentMetadata.Unknown, manifest.Documents["b.txt"]);
    }

    [Theory]
    [InlineData("documents:\n  - file: a.txt\n    published: 24.06.2024", "sources.yaml, line 2: 'published' is YYYY-MM-DD.")]
    [InlineData("documents:\n  - file: a.txt\n  - file: b.txt\n    published: 2024-02-30", "sources.yaml, line 3: 'published' is YYYY-MM-DD.")]
    [InlineData("documents:\n  - file: a.txt\n    url: ftp://example.org", "sources.yaml, line 2: 'url' is an http or https address.")]
    [InlineData("documents:\n  - file: a.txt\n    url: example.org", "sources.yaml, line 2: 'url' is an http or https address.")]
    [InlineData("documents:\n  - file: a.txt\n    language: de", "sources.yaml, line 2: 'language' is en or ru.")]
    [InlineData("documents:\n  - title: x", "sources.yaml, line 2: each document needs a 'file'.")]
    [InlineData("documents:\n  - x", "sources.yaml, line 2: each document needs a 'file'.")]
    [InlineData("documents:\n  - file: a.txt\n  - file: a.txt", "sources.yaml, line 3: 'a.txt' is listed twice.")]
    [InlineData("documents:\n  - file: ]", "sources.yaml, line 2: not valid YAML.")]
    [InlineData("documents:\n  - file: a.txt\n    file: b.txt", "sources.yaml, line 3: not valid YAML.")]
    [InlineData("documents: *missing", "sources.yaml, line 1: not valid YAML.")]
    public void A_mistake_is_named_with_its_line(string yaml, string message) =>
        Assert.Equal(message, Assert.Throws<SourcesUnavailableException>(() => Parse(yaml)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing")]
    [InlineData("just text")]
    [InlineData("- file: a.txt")]
    [InlineData("documents: 5")]
    [InlineData("documents: {}")]
    public void A_file_that_is_no_manifest_is_told(string yaml) =>
        Assert.Contains("expected a list named 'documents'", Assert.Throws<SourcesUnavailableException>(() => Parse(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_needs_no_manifest() =>
        Assert.Empty(SourceManifest.Load(Path.Combine(Path.GetTempPath(), "there-is-no-such-folder", "sources.yaml")).Documents);

    private static SourceManifest Parse(string yaml) => SourceManifest.Parse(new StringReader(yaml));
}
