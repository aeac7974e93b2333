using System.Text.Json;
using CstoBot.Tests.Ingestion;
using Xunit;

namespace CstoBot.Tests.Cli;

public sealed class CommandLineTests
{
    private static readonly Dictionary<string, string> NoSettings = [];

    [Fact]
    public async Task A_question_gets_its_answer_and_its_sources_on_standard_output()
    {
        var finished = await ChildProcess.RunAsync("ask", "Which countries are members of the CSTO?");

        Assert.Equal((0, ""), (finished.ExitCode, finished.Error));
        Assert.Contains("Armenia, Belarus, Kazakhstan, Kyrgyzstan, Russia and Tajikistan", finished.Output, StringComparison.Ordinal);
        Assert.Contains("(001_073c782dd3225ce9.txt)", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_of_questions_gets_one_line_in_the_same_order_whatever_it_holds()
    {
        var lines = "\uFEFF{\"id\":\"a\",\"question\":\"Что такое ОДКБ?\"}\nnonsense\n\n{\"id\":\"b\"}\n{\"id\":\"c\",\"question\":\"\\ud800\"}\n{\"id\":\"d\",\"question\":\"Hello\"}\r\n"
            + $"{{\"id\":\"e\",\"question\":\"{new string('x', 4_096)}\"}}\n{{\"id\":\"f\",\"question\":\"👍 \\u0000 \\u202e <b>&\"}}\n[]\n{{\"id\":\"g\",\"question\":\"Who is the Secretary General?\"}}";

        var finished = await ChildProcess.RunAsync(lines, NoSettings, ["ask", "--jsonl"]);

        Assert.Equal(0, finished.ExitCode);
        Assert.Equal("a,,b,c,d,e,f,,g", string.Join(',', finished.OutputLines.Select(line => Property(line, "id"))));
        Assert.Equal([1, 2, 3, 7], finished.OutputLines.Index().Where(line => Property(line.Item, "error") is not null).Select(line => line.Index));
        Assert.Equal("answered", Property(finished.OutputLines[8], "status"));
    }

    [Fact]
    public async Task The_answer_is_utf8_whatever_the_systems_encoding()
    {
        var latin = new Dictionary<string, string> { ["LC_ALL"] = "en_US.ISO-8859-1" };

        var finished = await ChildProcess.RunAsync("{\"id\":\"ё\",\"question\":\"Какие страны входят в ОДКБ?\"}", latin, ["ask", "--jsonl"]);

        Assert.Equal("ё", Property(finished.OutputLines[0], "id"));
        Assert.Equal("ru", Property(finished.OutputLines[0], "language"));
    }

    [Theory]
    [InlineData(2, "ask")]
    [InlineData(2, "ask", " ")]
    [InlineData(2, "ask", "one", "two")]
    [InlineData(2, "ask", "--jsonl", "What?")]
    [InlineData(2, "ask", "--no-such-option", "What?")]
    [InlineData(2, "no-such-verb")]
    [InlineData(2, "search", "--jsonl", "--top", "0")]
    [InlineData(2, "search", "--jsonl", "--top", "many")]
    [InlineData(1, "ask", "What?", "--sources", "/there/is/no/such/folder")]
    [InlineData(1, "ask", "What?", "--sources", "")]
    [InlineData(1, "search", "--jsonl", "--documents", "/there/is/no/such/file")]
    public async Task A_failure_is_one_line_on_standard_error_and_an_exit_code(int exitCode, params string[] arguments)
    {
        var finished = await ChildProcess.RunAsync(arguments);

        Assert.Equal((exitCode, ""), (finished.ExitCode, finished.Output));
        Assert.Single(finished.ErrorLines);
    }

    [Theory]
    [InlineData("Answering__MinConfidence", "much")]
    [InlineData("Answering__MinConfidence", "7")]
    [InlineData("Sources__MaxFileMegabytes", "0")]
    public async Task A_wrong_setting_is_one_line_that_names_it(string name, string value)
    {
        var finished = await ChildProcess.RunAsync(null, new Dictionary<string, string> { [name] = value }, ["ask", "What is the CSTO?"]);

        Assert.Equal(1, finished.ExitCode);
        Assert.Contains(name.Split("__")[1], Assert.Single(finished.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_settings_that_is_no_json_is_one_line_that_names_it()
    {
        using var home = new SomeSources();
        Directory.CreateDirectory(Path.Combine(home.Folder, "Microsoft", "UserSecrets", "cstobot"));
        home.Add(Path.Combine("Microsoft", "UserSecrets", "cstobot", "secrets.json"), "{bad");
        var environment = new Dictionary<string, string> { ["APPDATA"] = home.Folder };

        var finished = await ChildProcess.RunAsync(null, environment, ["ask", "What is the CSTO?"]);

        Assert.Equal((1, ""), (finished.ExitCode, finished.Output));
        Assert.Contains("secrets.json", Assert.Single(finished.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_bad_files_answers_from_the_good_one_and_tells_of_the_others()
    {
        using var sources = new SomeSources();
        sources.Add("bad.txt", [0x00, 0x01, 0x02, 0x00]);
        sources.Add("empty.txt", "");
        sources.Add("good.txt", "<b>The council</b> met in Minsk.\u001b[31m");

        var listed = await ChildProcess.RunAsync("sources", "--sources", sources.Folder);
        var answered = await ChildProcess.RunAsync("ask", "Where has the council met?", "--sources", sources.Folder);

        Assert.Contains("not read: bad.txt is not a text (a binary file?)", listed.Output, StringComparison.Ordinal);
        Assert.Contains("not read: empty.txt holds no text", listed.Output, StringComparison.Ordinal);
        Assert.StartsWith("“<b>The council</b> met in Minsk.", answered.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', answered.Output);
    }

    [Fact]
    public async Task A_search_lists_documents_best_first()
    {
        using var folder = new SomeSources();
        var file = folder.Add("documents.jsonl", "{\"id\":\"d1\",\"text\":\"Bears sleep.\"}\n{\"id\":\"d2\",\"text\":\"Fish swim.\"}\n{\"id\":\"d3\",\"text\":\"\"}");

        var finished = await ChildProcess.RunAsync(
            "{\"id\":\"a\",\"query\":\"swimming fish\"}\nnonsense\n{\"id\":\"b\",\"query\":\"\"}\n{\"id\":\"c\"}", NoSettings, ["search", "--jsonl", "--documents", file]);

        using var first = JsonDocument.Parse(finished.OutputLines[0]);
        Assert.Equal("d2", first.RootElement.GetProperty("hits")[0].GetProperty("document").GetString());
        Assert.Equal("""{"id":"b","hits":[]}""", finished.OutputLines[2]);
        Assert.All([1, 3], line => Assert.NotNull(Property(finished.OutputLines[line], "error")));
    }

    [Fact]
    public async Task A_documents_line_that_is_none_is_told_and_the_others_are_searched()
    {
        using var folder = new SomeSources();
        var file = folder.Add("documents.jsonl", "{\"id\":\"d1\",\"text\":\"Bears sleep.\"}\nnonsense\n{\"id\":\"d3\",\"text\":\"Fish swim.\"}");

        var finished = await ChildProcess.RunAsync("{\"id\":7,\"query\":\"fish\"}", NoSettings, ["search", "--jsonl", "--documents", file]);

        Assert.Equal((1, "Line 2 of the documents file is not a document with \"id\" and \"text\"."), (finished.ExitCode, Assert.Single(finished.ErrorLines)));
        Assert.StartsWith("""{"id":7,"hits":[{"document":"d3",""", Assert.Single(finished.OutputLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_comes_back_as_it_was_given()
    {
        using var folder = new SomeSources();
        folder.Add("a.txt", "Bears sleep.");

        var finished = await ChildProcess.RunAsync(
            "{\"id\":1.50,\"question\":\"What do bears do?\"}\n{\"id\":\"1.50\",\"question\":\"\"}\n{\"question\":\"x\"}", NoSettings, ["ask", "--jsonl", "--sources", folder.Folder]);

        Assert.Equal(["{\"id\":1.50", "{\"id\":\"1.50\"", "{\"id\":null"], finished.OutputLines.Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("ask", "--help")]
    [InlineData("--version")]
    public async Task Help_is_a_result(params string[] arguments)
    {
        var finished = await ChildProcess.RunAsync(arguments);

        Assert.Equal((0, ""), (finished.ExitCode, finished.Error));
        Assert.NotEmpty(finished.Output);
    }

    private static string? Property(string line, string name)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
