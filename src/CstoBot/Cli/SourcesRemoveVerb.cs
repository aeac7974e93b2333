using System.CommandLine;
using CstoBot.Ingestion.Reloading;

namespace CstoBot.Cli;

/// <summary><c>cstobot sources remove NAME</c>.</summary>
internal static class SourcesRemoveVerb
{
    private static readonly Argument<string> Name = new("name") { Description = "As `cstobot sources` lists it." };

    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> keeping)
    {
        var verb = new Command("remove", "Leave a document out from now on; a rollback brings it back.") { Name };
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            var provider = keeping(CommonOptions.Settings(arguments));
            await provider.LoadSourcesAsync(cancellationToken);
            return await SourcesChange.RunAsync(provider, new CorpusChange.Remove(arguments.GetRequiredValue(Name)), cancellationToken);
        });
        return verb;
    }
}
