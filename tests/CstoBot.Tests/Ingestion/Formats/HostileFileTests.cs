using CstoBot.Benchmarks.Hostile;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Formats.Archives;
using Xunit;

namespace CstoBot.Tests.Ingestion.Formats;

public sealed class HostileFileTests
{
    [Fact]
    public async Task Each_gives_one_clear_line_and_the_next_file_is_read()
    {
        using var some = new SomeExtraction(new FormatsOptions { MaxArchiveMegabytes = 100 }, maxFileMegabytes: 20);
        var hostile = HostileFiles.All().ToList();
        Assert.DoesNotContain(hostile, file => file.Expected?.Length == 0);
        Assert.True(hostile.Count >= 90);

        var failures = new List<string>();
        await Parallel.ForEachAsync(
            hostile,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (file, cancellationToken) =>
            {
                var reason = await ReasonOrNullAsync(some.Extraction, file.Name, file.Content, cancellationToken);
                var isRight = file.Expected is null ? reason is null : reason is not null && file.Expected.Split('|').Any(expected => reason.Contains(expected, StringComparison.Ordinal));
                if (!isRight || reason is { } line && !IsOneClearLine(line))
                {
                    lock (failures)
                    {
                        failures.Add($"{file.Name}: expected {file.Expected ?? "text"}, got {reason ?? "text"}");
                    }
                }
            });

        Assert.Empty(failures);
        Assert.Null(await ReasonOrNullAsync(some.Extraction, "good.pdf", HostilePdfs.Of("The council met in Minsk."), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("../../x.txt", "x.txt")]
    [InlineData("/etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\Windows\\win.txt", "win.txt")]
    [InlineData("..", "unnamed")]
    [InlineData("a\u202Etxt.exe\u0007.md", "atxt.exe.md")]
    [InlineData("con:stream.txt", "con_stream.txt")]
    [InlineData(" . . / . ", "unnamed")]
    public void A_name_within_an_archive_is_made_harmless(string name, string harmless) => Assert.Equal(harmless, ArchiveNames.Harmless(name));

    [Fact]
    public async Task Documents_of_the_same_name_are_told_apart()
    {
        using var some = new SomeExtraction();
        var archive = HostileArchives.Zip(("../../x.txt", "One."u8.ToArray()), ("b/x.txt", "Two."u8.ToArray()), ("X.TXT", "Three."u8.ToArray()), ("__MACOSX/._x.txt", [0]));

        var items = await some.Extraction.ExtractAsync("a.zip", archive, TestContext.Current.CancellationToken);

        Assert.Equal(["a.zip/x.txt", "a.zip/X (2).TXT", "a.zip/x (3).txt"], items.Select(item => item.Name));
    }

    private static bool IsOneClearLine(string reason) =>
        reason.Length is > 5 and < 160 && !reason.Contains('\n') && !reason.Contains("Exception", StringComparison.Ordinal) && !reason.Contains("   at ", StringComparison.Ordinal);

    private static async Task<string?> ReasonOrNullAsync(IDocumentExtraction extraction, string name, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            var items = await extraction.ExtractAsync(name, content, cancellationToken);
            return items.OfType<ExtractedItem.Unreadable>().FirstOrDefault()?.Reason;
        }
        catch (UnreadableDocumentException exception)
        {
            return exception.Message;
        }
    }
}
