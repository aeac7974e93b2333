using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation.Curated;
using CstoBot.Storage.Sqlite;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using CstoBot.Tests.Moderation.Curated;
using Xunit;

namespace CstoBot.Tests.Cli;

public sealed class CuratedVerbTests : IDisposable
{
    private const string Question = "Когда делегация посетила парк «Патриот»?";

    private readonly TemporaryFolder folder = new();

    private string LinesFile => Path.Combine(folder.Path, "kept.jsonl");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_exported_is_imported_elsewhere_once()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        var store = new SqliteCuratedStore(fixture.Database);
        await store.KeepAsync(await KeptAsync(), CancellationToken.None);
        await store.KeepAsync(SomeCurated.Kept("А кто там был?", SomeCurated.Note("Никого <b>не</b> было.", Language.Russian), caseId: 6) with { Carried = "Где это было?" }, CancellationToken.None);
        using var other = await SqliteFixture.CreateAsync();

        var exported = await ChildProcess.RunAsync("curated", "export", "--data", fixture.Database.Folder);
        File.WriteAllText(LinesFile, exported.Output);
        var first = await ChildProcess.RunAsync("curated", "import", LinesFile, "--data", other.Database.Folder);
        var again = await ChildProcess.RunAsync("curated", "import", LinesFile, "--data", other.Database.Folder);
        var back = await ChildProcess.RunAsync("curated", "export", "--data", other.Database.Folder);

        Assert.Equal((0, ""), (exported.ExitCode, exported.Error));
        Assert.Contains("парк «Патриот»", exported.Output, StringComparison.Ordinal);
        Assert.Equal("kept: 2, answered already: 0, refused: 0", first.Output.Trim());
        Assert.Equal("kept: 0, answered already: 2, refused: 0", again.Output.Trim());
        Assert.Equal(exported.Output, back.Output);
        Assert.Equal(2, (await new SqliteCuratedStore(other.Database).ActiveAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_line_that_does_not_hold_is_refused_with_its_number_and_the_others_are_kept()
    {
        var line = CuratedLine.Of(await KeptAsync());
        var quote = (await KeptAsync()).Answer.Citations[0];
        File.WriteAllLines(LinesFile,
        [
            "nonsense",
            line.Replace("\"source\":\"", "\"source\":\"no", StringComparison.Ordinal),
            line.Replace("2025", "2026", StringComparison.Ordinal),
            "",
            line.Replace("\"question\":\"", "\"question\":\" \",\"was\":\"", StringComparison.Ordinal),
            "{}",
            line,
        ]);

        var finished = await ChildProcess.RunAsync("curated", "import", LinesFile, "--data", Path.Combine(folder.Path, "data"));

        Assert.Equal(1, finished.ExitCode);
        Assert.Equal("kept: 1, answered already: 0, refused: 5", finished.Output.Trim());
        Assert.Equal(["line 1", "line 2", "line 3", "line 5", "line 6"], finished.ErrorLines.Select(text => text.Split(':')[0]));
        Assert.Contains($"there is no document no{quote.Source}", finished.ErrorLines[1], StringComparison.Ordinal);
        Assert.Contains("does not stand in", finished.ErrorLines[2], StringComparison.Ordinal);
        Assert.Contains("the question is empty", finished.ErrorLines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_or_a_file_one_clear_line_says_so()
    {
        var nothing = await ChildProcess.RunAsync("curated", "export", "--data", Path.Combine(folder.Path, "none"));
        var nowhere = await ChildProcess.RunAsync("curated", "import", Path.Combine(folder.Path, "missing"), "--data", folder.Path);

        Assert.Contains("There is no database in", Assert.Single(nothing.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("missing", Assert.Single(nowhere.ErrorLines), StringComparison.Ordinal);
        Assert.Equal((1, 1), (nothing.ExitCode, nowhere.ExitCode));
    }

    private static async Task<CuratedAnswer> KeptAsync()
    {
        var composed = Assert.IsType<AnswerOutcome.Answered>(await SomeCorpus.Seeds.AskAsync(Question)).Answer;
        return CuratedAnswer.Kept(5, new StandaloneQuestion(Question, null), composed, SomeCurated.Reviewer, Some.Time);
    }
}
