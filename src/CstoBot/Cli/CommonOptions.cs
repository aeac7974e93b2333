using System.CommandLine;

namespace CstoBot.Cli;

/// <summary>The options that several verbs share, as settings that win over all other sources of settings.</summary>
internal static class CommonOptions
{
    public static Option<string?> Sources { get; } = new("--sources")
    {
        Description = "A folder of documents to use instead of the configured one.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "Where the bot keeps its database (default: data in the working directory).",
        HelpName = "DIR",
        Recursive = true,
    };

    public static IReadOnlyDictionary<string, string?> Settings(ParseResult arguments)
    {
        var settings = new Dictionary<string, string?>();
        if (arguments.GetValue(Sources) is { } sources)
        {
            settings["Sources:Folder"] = sources;
        }

        if (arguments.GetValue(Data) is { } data)
        {
            settings["Data:Folder"] = data;
        }

        return settings;
    }
}
