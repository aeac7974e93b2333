using System.Text.RegularExpressions;
using CstoBot.Ingestion.Formats;
using Xunit;

namespace CstoBot.Tests.Ingestion.Formats;

/// <summary>The same text as several programs save and print it, against its words: none lost, glued, split or out of order.</summary>
public sealed partial class WordsInOrderTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Ingestion", "Formats", "Files");

    [Theory]
    [InlineData("review-en.docx", 1)]
    [InlineData("review-ru.pdf", 1)]
    [InlineData("columns-en.pdf", 0.99)]
    [InlineData("columns-ru.docx", 1)]
    [InlineData("twocolumn-en.pdf", 0.985)]
    [InlineData("dvips-ru.pdf", 1)]
    [InlineData("fonts-without-names-ru.pdf", 0.99)]
    [InlineData("xetex-ru.pdf", 0.99)]
    [InlineData("groff-en.pdf", 0.99)]
    [InlineData("pandoc-en.docx", 1)]
    [InlineData("pandoc-ru.html", 1)]
    [InlineData("printed-en.pdf", 1)]
    public async Task Nearly_all_words_come_in_order(string name, double share)
    {
        var source = Words(await File.ReadAllTextAsync(Path.Combine(Folder, name.Contains("-ru", StringComparison.Ordinal) ? "review-words-ru.txt" : "review-words-en.txt"), TestContext.Current.CancellationToken));
        var content = await File.ReadAllBytesAsync(Path.Combine(Folder, name), TestContext.Current.CancellationToken);

        var read = Words(FormatReaders.Read(FileFormats.OfNameOrNull(name)!.Value, content, new ReadingLimits(MaxPages: 10, MaxCharacters: 100_000)).Text);

        Assert.InRange((double)InOrder(source, read) / source.Count, share, 1);
    }

    private static List<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Edges().Replace(word, "")).Where(word => word.Length > 0).ToList();

    /// <summary>How many words both have in the same order: the longest common subsequence.</summary>
    private static int InOrder(List<string> first, List<string> second)
    {
        var lengths = new int[first.Count + 1, second.Count + 1];
        for (var row = 1; row <= first.Count; row++)
        {
            for (var column = 1; column <= second.Count; column++)
            {
                lengths[row, column] = first[row - 1] == second[column - 1]
                    ? lengths[row - 1, column - 1] + 1
                    : Math.Max(lengths[row - 1, column], lengths[row, column - 1]);
            }
        }

        return lengths[first.Count, second.Count];
    }

    [GeneratedRegex(@"^\W+|\W+$")]
    private static partial Regex Edges();
}
