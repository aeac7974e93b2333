using CstoBot.Benchmarks.Hostile;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Formats.Workers;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Ingestion.Formats;

public sealed class ExtractionProcessTests
{
    private static readonly ExtractionRequest Good = new(FileFormat.Pdf, ReadingLimits.Of(new FormatsOptions()), HostilePdfs.Of("The council met in Minsk."));

    [Fact]
    public async Task A_file_that_takes_too_long_is_told_and_the_next_is_read()
    {
        var time = new FakeTimeProvider();
        using var some = new SomeExtraction(time: time);

        var slow = some.Processes.ReadAsync(Good, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("took longer than 30 s to read (Formats:TimeoutSeconds)", (await Assert.ThrowsAsync<UnreadableDocumentException>(() => slow)).Message);
        Assert.Equal("The council met in Minsk.", (await some.Processes.ReadAsync(Good, TestContext.Current.CancellationToken)).Text);
    }

    [Fact]
    public async Task A_file_that_needs_too_much_memory_is_told()
    {
        using var some = new SomeExtraction(new FormatsOptions { MemoryMegabytes = 64 });
        var bomb = HostileArchives.Word($"<w:p><w:r><w:t>{new string('a', 100_000_000)}</w:t></w:r></w:p>");

        var exception = await Assert.ThrowsAsync<UnreadableDocumentException>(() => some.Extraction.ExtractAsync("bomb.docx", bomb, TestContext.Current.CancellationToken));

        Assert.Equal("needs more memory than 64 MB to read (Formats:MemoryMegabytes)", exception.Message);
    }

    [Fact]
    public async Task A_process_that_is_idle_is_stopped_and_another_started()
    {
        var time = new FakeTimeProvider();
        using var some = new SomeExtraction(time: time);
        await some.Processes.ReadAsync(Good, TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("The council met in Minsk.", (await some.Processes.ReadAsync(Good, TestContext.Current.CancellationToken)).Text);
    }

    [Fact]
    public void What_is_read_comes_over_as_it_is()
    {
        var extracted = new ExtractedText(
            "Совет\n\nmet.",
            Stated.ByFile("Title", "Publisher", new DateOnly(2024, 5, 12), new Uri("https://example.org/a"), CstoBot.Conversations.Language.Russian),
            [new HeadingLine(new TextSpan(0, 5), 2)],
            [0, 7]);

        var read = ExtractionFrames.ReadReply(ExtractionFrames.Write(new ExtractionReply(extracted, null)));

        Assert.Equivalent(new ExtractionReply(extracted, null), read, strict: true);
    }
}
