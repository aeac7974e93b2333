using System.CommandLine;
using System.Globalization;
using CstoBot.Ingestion.Versions;

namespace CstoBot.Cli;

/// <summary><c>cstobot sources versions</c>: the versions that can be rolled back to.</summary>
internal static class SourcesVersionsVerb
{
    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> services)
    {
        var verb = new Command("versions", "List the kept versions of the documents, the latest first.");
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            var provider = services(CommonOptions.Settings(arguments));
            var kept = await provider.GetRequiredService<ICorpusStore>().LatestNumberAsync(cancellationToken) == 0
                ? []
                : await provider.GetRequiredService<IDocumentArchive>().VersionsAsync(cancellationToken);
            foreach (var version in kept)
            {
                await Console.Out.WriteLineAsync(Line(version));
            }

            if (kept.Count == 0)
            {
                await Console.Error.WriteLineAsync("No versions are kept yet: the bot keeps them, and `cstobot sources reload`.");
            }
        });
        return verb;
    }

    private static string Line(CorpusVersion version)
    {
        var back = version.RolledBackTo is { } target ? $", rolled back to {target}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{version.Number,5}  {version.Id}  {version.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC  {version.Documents} documents (+{version.Added} ~{version.Changed} -{version.Removed}), by {version.Cause}{back}");
    }
}
