using System.CommandLine;
using CstoBot.Ingestion.Reloading;

namespace CstoBot.Cli;

/// <summary><c>cstobot sources reload</c>: takes up what changed in the folder and on the web pages; a running bot follows within seconds.</summary>
internal static class SourcesReloadVerb
{
    private static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Take it that more than half of the documents may go." };

    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> keeping)
    {
        var verb = new Command("reload", "Take up what changed in the folder and on the web pages. A running bot follows within seconds.") { Yes };
        verb.SetAction((arguments, cancellationToken) => SourcesChange.RunAsync(
            keeping(CommonOptions.Settings(arguments)), new CorpusChange.Reload(arguments.GetValue(Yes)), cancellationToken));
        return verb;
    }
}
