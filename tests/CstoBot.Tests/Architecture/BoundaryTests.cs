using System.Text.RegularExpressions;
using Xunit;

namespace CstoBot.Tests.Architecture;

/// <summary>The rules that keep the folders apart, checked on the source files.</summary>
public sealed partial class BoundaryTests
{
    private static readonly string Product = Path.Combine(Repository.Root, "src", "CstoBot");

    [Theory]
    [InlineData("Telegram.Bot", "Telegram")]
    [InlineData("Dapper", "Storage")]
    [InlineData("Microsoft.Data.Sqlite", "Storage")]
    [InlineData("DbUp", "Storage")]
    [InlineData("Lucene.Net", "Retrieval")]
    [InlineData("J2N", "Retrieval")]
    [InlineData("OpenAI", "LanguageModels")]
    [InlineData("System.ClientModel", "LanguageModels")]
    [InlineData("Microsoft.SemanticKernel", "LanguageModels", "Composition")]
    [InlineData("Polly", "LanguageModels")]
    [InlineData("Microsoft.ML", "LanguageModels")]
    [InlineData("Google.Protobuf", "LanguageModels")]
    [InlineData("Microsoft.Extensions.AI", "LanguageModels", "Retrieval")]
    [InlineData("YamlDotNet", "Ingestion", "Retrieval")]
    [InlineData("Markdig", "Ingestion")]
    [InlineData("AngleSharp", "Ingestion")]
    [InlineData("DocumentFormat.OpenXml", "Ingestion")]
    [InlineData("UglyToad.PdfPig", "Ingestion")]
    [InlineData("Cronos", "Ingestion")]
    [InlineData("OpenTelemetry", "Operations")]
    [InlineData("ScottPlot", "Moderation")]
    [InlineData("SkiaSharp", "Moderation")]
    [InlineData("System.CommandLine", "Cli")]
    [InlineData("TelegramSandbox", "Cli", "Program.cs")]
    public void A_vendor_namespace_stays_in_its_folder(string vendor, params string[] folders)
    {
        var strays = Files()
            .Where(file => !folders.Contains(FirstPart(file)))
            .Where(file => Usings(file).Any(name => name == vendor || name.StartsWith(vendor + ".", StringComparison.Ordinal)));

        Assert.Empty(strays);
    }

    [Fact]
    public void Only_charts_are_drawn()
    {
        var strays = Files()
            .Where(file => Usings(file).Any(name => name.Split('.')[0] is "ScottPlot" or "SkiaSharp"))
            .Where(file => Path.GetDirectoryName(file) != Path.Combine("Moderation", "Statistics", "Charts"));

        Assert.Empty(strays);
    }

    [Theory]
    [InlineData("Answering")]
    [InlineData("Conversations")]
    [InlineData("Retrieval")]
    [InlineData("Composition")]
    [InlineData("Verification")]
    [InlineData("Ingestion")]
    [InlineData("Moderation")]
    [InlineData("Evaluation")]
    public void A_stage_knows_neither_Telegram_nor_storage_nor_a_vendors_model(string stage)
    {
        var strays = Files()
            .Where(file => FirstPart(file) == stage)
            .Where(file => Usings(file).Any(name => OuterNamespace().IsMatch(name)));

        Assert.Empty(strays);
    }

    [Fact]
    public void A_namespace_equals_its_folder()
    {
        var strays = Files().Where(file => NamespaceOrNull(file) is { } name && name != ExpectedNamespace(file));

        Assert.Empty(strays);
    }

    [Fact]
    public void A_file_is_one_idea_of_at_most_250_lines()
    {
        var tooLong = Files().Where(file => File.ReadLines(Path.Combine(Product, file)).Count() > 250);

        Assert.Empty(tooLong);
    }

    private static IEnumerable<string> Files() => Directory
        .EnumerateFiles(Product, "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Product, file))
        .Where(file => FirstPart(file) is not ("bin" or "obj"));

    private static string FirstPart(string file) => file.Split(Path.DirectorySeparatorChar)[0];

    private static IEnumerable<string> Usings(string file) => File.ReadLines(Path.Combine(Product, file))
        .Select(line => UsingDirective().Match(line))
        .Where(match => match.Success)
        .Select(match => match.Groups["name"].Value);

    private static string? NamespaceOrNull(string file) => File.ReadLines(Path.Combine(Product, file))
        .Where(line => line.StartsWith("namespace ", StringComparison.Ordinal))
        .Select(line => line["namespace ".Length..].TrimEnd(';'))
        .FirstOrDefault();

    private static string ExpectedNamespace(string file) =>
        string.Join('.', ["CstoBot", .. file.Split(Path.DirectorySeparatorChar).SkipLast(1)]);

    [GeneratedRegex(@"^(global )?using (static )?(\w+ = )?(global::)?(?<name>[\w.]+)")]
    private static partial Regex UsingDirective();

    [GeneratedRegex(@"^CstoBot\.(Telegram|Storage|LanguageModels)(\.|$)")]
    private static partial Regex OuterNamespace();
}
