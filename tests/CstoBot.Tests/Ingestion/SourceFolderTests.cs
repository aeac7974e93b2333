using System.Diagnostics;
using System.Text;
using CstoBot.Ingestion;
using Xunit;

namespace CstoBot.Tests.Ingestion;

public sealed class SourceFolderTests : IDisposable
{
    private readonly SomeSources sources = new();

    public void Dispose() => sources.Dispose();

    [Fact]
    public void A_missing_folder_is_told()
    {
        var folder = Path.Combine(sources.Folder, "missing");

        var exception = Assert.Throws<SourcesUnavailableException>(() => SomeSources.Source(folder).Files());

        Assert.Equal($"The sources folder does not exist: {folder}", exception.Message);
    }

    [Fact]
    public void An_empty_folder_is_told()
    {
        sources.Add("picture.png", "no document");

        var exception = Assert.Throws<SourcesUnavailableException>(() => SomeSources.Source(sources.Folder).Files());

        Assert.StartsWith("The sources folder holds no documents", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_may_not_be_read_is_told()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Permissions do not bind this user.");
            return;
        }

        var folder = Directory.CreateDirectory(Path.Combine(sources.Folder, "closed"), UnixFileMode.None).FullName;

        var exception = Assert.Throws<SourcesUnavailableException>(() => SomeSources.Source(folder).Files());

        Assert.Equal($"The sources folder cannot be read: {folder}", exception.Message);
    }

    [Fact]
    public void Documents_are_listed_by_name_whatever_their_case()
    {
        sources.Add("b.TXT", "b");
        sources.Add("a.md", "a");
        sources.Add("sources.yaml", "documents: []");

        Assert.Equal(["a.md", "b.TXT"], SomeSources.Source(sources.Folder).Files().Select(Path.GetFileName));
    }

    [Fact]
    public void The_byte_order_mark_is_no_part_of_the_text()
    {
        var path = sources.Add("a.txt", [.. Encoding.UTF8.Preamble, .. "The council met."u8]);

        Assert.Equal("The council met.", SomeSources.Source(sources.Folder).Read(path));
    }

    [Theory]
    [InlineData(new byte[] { 0xD1, 0xEE, 0xE2, 0xE5, 0xF2 }, "is not UTF-8 text; save it as UTF-8")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0x00 }, "is not UTF-8 text; save it as UTF-8")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "is not UTF-8 text; save it as UTF-8")]
    [InlineData(new byte[] { 0x41, 0xD1 }, "is not UTF-8 text; save it as UTF-8")]
    [InlineData(new byte[0], "holds no text")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, "holds no text")]
    [InlineData(new byte[] { 0x20, 0x0A, 0x0D, 0x0A }, "holds no text")]
    public void A_file_that_is_no_text_is_told(byte[] content, string reason)
    {
        var path = sources.Add("a.txt", content);

        Assert.Equal(reason, Assert.Throws<UnreadableDocumentException>(() => SomeSources.Source(sources.Folder).Read(path)).Message);
    }

    [Fact]
    public void A_file_over_the_limit_is_told_before_it_is_read()
    {
        var path = sources.Add("a.txt", new byte[3 * 1024 * 1024]);

        var exception = Assert.Throws<UnreadableDocumentException>(() => SomeSources.Source(sources.Folder, maxFileMegabytes: 2).Read(path));

        Assert.Equal("is 3 MB; the limit is 2 MB (Sources:MaxFileMegabytes)", exception.Message);
    }

    [Fact]
    public void A_file_that_is_gone_is_told() =>
        Assert.Equal(
            "cannot be opened",
            Assert.Throws<UnreadableDocumentException>(() => SomeSources.Source(sources.Folder).Read(Path.Combine(sources.Folder, "gone.txt"))).Message);

    [Fact]
    public async Task A_pipe_among_the_documents_is_told_and_hangs_nobody()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "There are no named pipes in folders here.");
        var path = Path.Combine(sources.Folder, "pipe.txt");
        using (var make = Process.Start("mkfifo", path))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var reading = Task.Run(() => SomeSources.Source(sources.Folder).Read(path), TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<UnreadableDocumentException>(() => reading.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.Equal("holds no text", exception.Message);
    }
}
