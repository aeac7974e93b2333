using CstoBot.Tests.Ingestion;
using Xunit;

namespace CstoBot.Tests.Cli;

/// <summary>The verb as a user runs it, over documents of its own.</summary>
public sealed class EvaluateVerbTests : IDisposable
{
    private const string Right = """{"id":"where","type":"place","question":"Where has the council met?","expect":"answer","gold":"Minsk","must":[["Minsk"]],"docs":["minutes"],"quote":"The council met in Minsk on 3 May 2024."}""";
    private const string Wrong = """{"id":"guest","type":"person","question":"Where did the council meet?","expect":"answer","gold":"<b>Oslo</b>","must":[["Oslo"]],"docs":["minutes"],"quote":"Oslo"}""";

    private readonly SomeSources sources = new();
    private readonly SomeSources files = new();

    public EvaluateVerbTests()
    {
        sources.Add("minutes.txt", "The council met in Minsk on 3 May 2024.\n\nThe secretary reported on the budget of the year.");
        sources.Add("other.txt", "Bears sleep in winter.");
    }

    [Fact]
    public async Task The_figures_are_printed_and_nothing_else()
    {
        var finished = await RunAsync([Right, Wrong]);

        Assert.Equal((0, ""), (finished.ExitCode, finished.Error));
        Assert.Contains(finished.OutputLines, line => Words(line) is ["person", "1", "0", "0.000"]);
        Assert.Contains(finished.OutputLines, line => Words(line) is ["place", "1", "1", "1.000"]);
        Assert.Contains(finished.OutputLines, line => Words(line) is ["all", "2", "1", "0.500"]);
        Assert.Contains(finished.OutputLines, line => Words(line) is ["abstain_recall", "none"]);
        Assert.Contains(finished.OutputLines, line => Words(line) is ["verbatim", "1.000"]);
        Assert.Contains(finished.OutputLines, line => Words(line) is ["expected", "error", _]);
        Assert.Equal("1 of 2 passed", finished.OutputLines[^1]);
        Assert.DoesNotContain("Where did the council meet?", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_no_question_is_told_and_the_others_are_graded()
    {
        var finished = await RunAsync([Right, "nonsense", Wrong, Right]);

        Assert.Equal(1, finished.ExitCode);
        Assert.Equal(
            ["Line 2 of the question file: it is not valid JSON.", "Line 4 of the question file: the id \"where\" is that of line 1."], finished.ErrorLines);
        Assert.Equal("1 of 2 passed", finished.OutputLines[^1]);
    }

    [Fact]
    public async Task Verbose_lists_the_failing_questions_with_the_answers_given()
    {
        var finished = await RunAsync([Right, Wrong], "--verbose");

        Assert.Equal(["guest", "person", "facts", "missing", "Where", "did", "the", "council", "meet?"], Words(finished.OutputLines[0]));
        Assert.Contains("-> “The council met in Minsk", finished.OutputLines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Where has the council met?", finished.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "1 of 2 passed", "accuracy=0.5", "accuracy.place=1", "false_abstain=0")]
    [InlineData(1, "1 of 2 passed; missed: accuracy 0.500 (asked 0.51)", "accuracy=0.51", "verbatim=1")]
    [InlineData(1, "1 of 2 passed; missed: abstain_recall none (asked 0)", "abstain_recall=0")]
    [InlineData(1, "1 of 2 passed; missed: false_abstain 0.000 (asked -1)", "false_abstain=-1")]
    public async Task A_minimum_that_is_missed_is_exit_code_1(int exitCode, string verdict, params string[] minimums)
    {
        var finished = await RunAsync([Right, Wrong], ["--min", .. minimums]);

        Assert.Equal((exitCode, "", verdict), (finished.ExitCode, finished.Error, finished.OutputLines[^1]));
    }

    [Fact]
    public async Task The_page_shows_the_failing_question_and_escapes_what_it_holds()
    {
        var page = Path.Combine(files.Folder, "page.html");

        var finished = await RunAsync([Right, Wrong], "--html", page);

        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Equal(0, finished.ExitCode);
        Assert.Contains("1 of 2 questions answered rightly", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Oslo&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<code>minutes.txt</code>", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "evaluate")]
    [InlineData(2, "evaluate", "one.jsonl", "two.jsonl")]
    [InlineData(2, "evaluate", "QUESTIONS", "--min", "accuracy")]
    [InlineData(2, "evaluate", "QUESTIONS", "--min", "accuracy=much")]
    [InlineData(2, "evaluate", "QUESTIONS", "--min", "accuracy=NaN")]
    [InlineData(2, "evaluate", "QUESTIONS", "--min", "accuracy.other=0.5")]
    [InlineData(2, "evaluate", "QUESTIONS", "--no-such-option")]
    [InlineData(1, "evaluate", "/there/is/no/such/file")]
    [InlineData(1, "evaluate", "/")]
    [InlineData(1, "evaluate", "QUESTIONS", "--sources", "/there/is/no/such/folder")]
    public async Task A_failure_is_one_line_on_standard_error_and_an_exit_code(int exitCode, params string[] arguments)
    {
        var questions = files.Add("questions.jsonl", Right);

        var finished = await ChildProcess.RunAsync([.. arguments.Select(argument => argument == "QUESTIONS" ? questions : argument)]);

        Assert.Equal((exitCode, ""), (finished.ExitCode, finished.Output));
        Assert.Single(finished.ErrorLines);
    }

    [Fact]
    public async Task A_broken_pattern_is_told_with_its_line_and_the_others_are_graded()
    {
        var finished = await RunAsync([Right, "", Right.Replace("Minsk\"]]", "(Minsk\"]]", StringComparison.Ordinal).Replace("where", "other", StringComparison.Ordinal)]);

        Assert.Equal((1, "1 of 1 passed"), (finished.ExitCode, finished.OutputLines[^1]));
        Assert.StartsWith("Line 3 of the question file: \"must\" holds no regular expression.", Assert.Single(finished.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_leaves_the_figures_and_is_told()
    {
        var finished = await RunAsync([Right], "--html", Path.Combine(files.Folder, "no", "such", "page.html"));

        Assert.Equal((1, "1 of 1 passed"), (finished.ExitCode, finished.OutputLines[^1]));
        Assert.Single(finished.ErrorLines);
    }

    public void Dispose()
    {
        sources.Dispose();
        files.Dispose();
    }

    private Task<Finished> RunAsync(IEnumerable<string> lines, params IReadOnlyList<string> options) =>
        ChildProcess.RunAsync(["evaluate", files.Add("questions.jsonl", string.Join('\n', lines)), "--sources", sources.Folder, .. options]);

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
