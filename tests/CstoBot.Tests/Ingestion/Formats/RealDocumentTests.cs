using CstoBot.Ingestion;
using CstoBot.Ingestion.Formats;
using Xunit;

namespace CstoBot.Tests.Ingestion.Formats;

/// <summary>Documents of every format against a table that a person made by reading them: <c>Files/expected.tsv</c>.</summary>
public sealed class RealDocumentTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Ingestion", "Formats", "Files");

    [Fact]
    public async Task Each_has_the_title_date_and_headings_that_a_person_reads()
    {
        using var some = new SomeExtraction();
        var expected = File.ReadLines(Path.Combine(Folder, "expected.tsv")).Skip(1).Select(Row.Parse).ToList();
        Assert.True(expected.Count >= 20);

        var actual = new List<Row>();
        foreach (var name in expected.Select(row => row.Name.Split('/')[0]).Distinct())
        {
            var items = await some.Extraction.ExtractAsync(name, await File.ReadAllBytesAsync(Path.Combine(Folder, name), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            actual.AddRange(items.Select(item => Row.Of(Assert.IsType<ExtractedItem.Read>(item), expected.Single(row => row.Name == item.Name))));
        }

        Assert.Equal(expected, actual);
    }

    /// <param name="Holds">Words that are to stand in the text as they are.</param>
    /// <param name="Lacks">Words that stand in the file and are no part of its text.</param>
    private sealed record Row(
        string Name, string Title, string Publisher, string Date, string Language, string Origins, string Pages, string Headings, string Holds, string Lacks)
    {
        public static Row Parse(string line) => line.Split('\t') is [var name, var title, var publisher, var date, var language, var origins, var pages, var headings, var holds, var lacks]
            ? new Row(name, title, publisher, date, language, origins, pages, headings, holds, lacks)
            : throw new FormatException($"Ten columns are expected: {line}");

        public static Row Of(ExtractedItem.Read item, Row expected)
        {
            var document = DocumentReader.Read(item.Name, item.Extracted, DocumentMetadata.Unknown);
            var (metadata, origins) = (document.Metadata, document.Metadata.Origins);
            return new Row(
                item.Name,
                metadata.Title ?? string.Empty,
                metadata.Publisher ?? string.Empty,
                $"{metadata.Published:yyyy-MM-dd}",
                $"{metadata.Language}",
                $"{origins.Title} {origins.Publisher} {origins.Published} {origins.Language}",
                $"{document.PageStarts.Count}",
                string.Join(" ¶ ", (item.Extracted.Headings ?? []).Select(heading => $"{heading.Level} {heading.Span.Of(document.Text)}")),
                document.Text.Contains(expected.Holds, StringComparison.Ordinal) ? expected.Holds : $"not: {expected.Holds}",
                expected.Lacks.Length == 0 || !document.Text.Contains(expected.Lacks, StringComparison.Ordinal) ? expected.Lacks : $"not: {expected.Lacks}");
        }
    }
}
