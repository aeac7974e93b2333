using System.Text.RegularExpressions;
using Xunit;

namespace CstoBot.Tests.Architecture;

/// <summary>What is written for people, held against what is there.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_link_and_picture_is_there()
    {
        var missing =
            from page in Pages()
            from link in Links().Matches(File.ReadAllText(page)).Select(match => match.Groups["target"].Value)
            where !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#')
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link.Split('#')[0]))
            select $"{Path.GetRelativePath(Repository.Root, page)}: {link}";

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_setting_is_described_and_nothing_else()
    {
        var described = Described().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "settings.md")))
            .SelectMany(row => Names().Matches(row.Groups["names"].Value)).Select(match => match.Groups["name"].Value).ToList();

        Assert.Equal(Settings().Order(StringComparer.Ordinal), described.Where(name => !OfTheHost(name)).Order(StringComparer.Ordinal));
    }

    /// <summary>The pictures of a folder of documentation are there to be shown.</summary>
    [Fact]
    public void Every_picture_is_shown()
    {
        var text = string.Concat(Pages().Select(File.ReadAllText));

        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs")).Where(file => Path.GetExtension(file) is ".png" or ".svg"),
            picture => Assert.Contains(Path.GetFileName(picture), text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Pages() =>
        [Path.Combine(Repository.Root, "README.md"), Path.Combine(Repository.Root, "prompts", "README.md"), .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")];

    /// <summary>Section:Name of whatever can be set, from the classes of options.</summary>
    private static IEnumerable<string> Settings() =>
        from type in typeof(StartupException).Assembly.GetTypes()
        let section = type.GetField("Section")?.GetRawConstantValue() as string
        where section is not null
        from property in type.GetProperties()
        where property.CanWrite
        select $"{section}:{property.Name}";

    private static bool OfTheHost(string name) => name.StartsWith("Sandbox:", StringComparison.Ordinal) || name.StartsWith("Logging:LogLevel", StringComparison.Ordinal);

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)|src=""(?<target>[^""]+)""")]
    private static partial Regex Links();

    [GeneratedRegex(@"^\|(?<names>[^|]+)\|", RegexOptions.Multiline)]
    private static partial Regex Described();

    [GeneratedRegex("`(?<name>[A-Z]\\w+:[A-Z]\\w+)[^`]*`")]
    private static partial Regex Names();
}
