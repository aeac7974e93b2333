using Xunit;

namespace CstoBot.Evaluation.Tests;

/// <summary>
/// The shipped documents in other formats: a page with navigation around the text, the same page printed by Chromium, a Word document made
/// by pandoc, Markdown. Whoever asks is not to notice.
/// </summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("md", 0.89)]
    [InlineData("html", 0.89)]
    [InlineData("docx", 0.89)]
    [InlineData("pdf", 0.88)]
    public async Task Answers_are_as_good_from_documents_of_another_format(string format, double accuracy)
    {
        var folder = Directory.CreateTempSubdirectory("cstobot-formats-").FullName;
        try
        {
            var seeds = Path.Combine(AppContext.BaseDirectory, "seeds");
            var manifest = await File.ReadAllTextAsync(Path.Combine(seeds, "sources.yaml"), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "sources.yaml"), manifest.Replace(".txt", $".{format}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
            File.Copy(Path.Combine(seeds, "glossary.yaml"), Path.Combine(folder, "glossary.yaml"));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "formats", format)))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            var report = await ShippedDocuments.AskAsync(folder);

            Assert.True(new Minimum("accuracy", accuracy).IsMetBy(report.Figure("accuracy")), $"{report.Figure("accuracy")}");
            Assert.Equal(1, report.Figure("verbatim").Value);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
