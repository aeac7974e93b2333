using System.Diagnostics;
using CstoBot.Ingestion;
using Microsoft.Extensions.DependencyInjection;
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

        var exception = Assert.Throws<SourcesUnavailableException>(() => Folder(folder).Files());

        Assert.Equal($"The sources folder does not exist: {folder}", exception.Message);
    }

    [Fact]
    public void An_empty_folder_has_no_files()
    {
        sources.Add("picture.png", "no document");

        Assert.Empty(Folder(sources.Folder).Files());
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

        var exception = Assert.Throws<SourcesUnavailableException>(() => Folder(folder).Files());

        Assert.Equal($"The sources folder cannot be read: {folder}", exception.Message);
    }

    [Fact]
    public void Documents_are_listed_by_name_whatever_their_case()
    {
        sources.Add("b.TXT", "b");
        sources.Add("a.md", "a");
        sources.Add("sources.yaml", "documents: []");

        Assert.Equal(["a.md", "b.TXT"], Folder(sources.Folder).Files());
    }

    [Fact]
    public void Documents_of_folders_within_bear_their_path_and_folders_that_are_links_are_left_alone()
    {
        Directory.CreateDirectory(Path.Combine(sources.Folder, "2024", "june"));
        sources.Add("2024/june/a.txt", "a");
        sources.Add("z.txt", "z");
        Directory.CreateSymbolicLink(Path.Combine(sources.Folder, "loop"), sources.Folder);
        File.CreateSymbolicLink(Path.Combine(sources.Folder, "link.txt"), Path.Combine(sources.Folder, "z.txt"));
        Directory.CreateDirectory(Path.Combine(sources.Folder, ".git"));
        sources.Add(".git/hidden.txt", "h");

        Assert.Equal(["2024/june/a.txt", "link.txt", "z.txt"], Folder(sources.Folder).Files());
    }

    [Fact]
    public void An_empty_file_is_told()
    {
        sources.Add("a.txt", Array.Empty<byte>());

        Assert.Equal("holds no text", Assert.Throws<UnreadableDocumentException>(() => Folder(sources.Folder).Read("a.txt")).Message);
    }

    [Fact]
    public void A_file_over_the_limit_is_told_before_it_is_read()
    {
        sources.Add("a.txt", new byte[3 * 1024 * 1024]);

        var exception = Assert.Throws<UnreadableDocumentException>(() => Folder(sources.Folder, maxFileMegabytes: 2).Read("a.txt"));

        Assert.Equal("is 3 MB; the limit is 2 MB (Sources:MaxFileMegabytes)", exception.Message);
    }

    [Fact]
    public void A_file_that_is_gone_is_told() =>
        Assert.Equal(
            "cannot be opened",
            Assert.Throws<UnreadableDocumentException>(() => Folder(sources.Folder).Read("gone.txt")).Message);

    [Fact]
    public async Task A_pipe_among_the_documents_is_told_and_hangs_nobody()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "There are no named pipes in folders here.");
        var path = Path.Combine(sources.Folder, "pipe.txt");
        using (var make = Process.Start("mkfifo", path))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var reading = Task.Run(() => Folder(sources.Folder).Read("pipe.txt"), TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<UnreadableDocumentException>(() => reading.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        Assert.Equal("holds no text", exception.Message);
    }

    private static SourceFolder Folder(string path, int maxFileMegabytes = 20)
    {
        using var provider = SomeSources.Services(path, KeyValuePair.Create<string, string?>("Sources:MaxFileMegabytes", $"{maxFileMegabytes}")).BuildServiceProvider();
        return provider.GetRequiredService<SourceFolder>();
    }
}
