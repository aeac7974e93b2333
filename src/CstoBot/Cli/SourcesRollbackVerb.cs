using System.CommandLine;
using CstoBot.Ingestion.Reloading;

namespace CstoBot.Cli;

/// <summary><c>cstobot sources rollback N</c>.</summary>
internal static class SourcesRollbackVerb
{
    private static readonly Argument<int> Number = new("number") { Description = "As `cstobot sources versions` lists it." };

    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> keeping)
    {
        var verb = new Command("rollback", "Go back to an earlier version. It stays in use until the next `sources reload` or /reload.") { Number };
        verb.SetAction((arguments, cancellationToken) => SourcesChange.RunAsync(
            keeping(CommonOptions.Settings(arguments)), new CorpusChange.RollBack(arguments.GetValue(Number)), cancellationToken));
        return verb;
    }
}
