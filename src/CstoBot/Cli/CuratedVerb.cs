using System.CommandLine;
using System.Globalization;
using CstoBot.Moderation.Curated;
using CstoBot.Retrieval;
using CstoBot.Storage;

namespace CstoBot.Cli;

/// <summary><c>cstobot curated export|import</c>: the answers that moderators keep for reuse, as JSON lines.</summary>
internal static class CuratedVerb
{
    private const int SomeRefused = 1;

    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> services)
    {
        var export = new Command("export", "Write the answers that are in use to standard output, one JSON object a line.");
        export.SetAction((arguments, cancellationToken) => ExportAsync(services(CommonOptions.Settings(arguments)), Console.Out, cancellationToken));

        var file = new Argument<string>("FILE") { Description = "What export has written, here or elsewhere." };
        var import = new Command(
            "import",
            "Keep the answers of a file, also while the bot runs. A line that cites what does not stand in the documents as it was approved is refused; "
            + "a question that is answered already is left as it is.")
        {
            file,
        };
        import.SetAction((arguments, cancellationToken) => ImportAsync(
            services(CommonOptions.Settings(arguments)), arguments.GetRequiredValue(file), cancellationToken));
        return new Command("curated", "Export or import the answers that moderators approved and keep for reuse.") { export, import };
    }

    private static async Task<int> ExportAsync(IServiceProvider provider, TextWriter output, CancellationToken cancellationToken)
    {
        await provider.GetRequiredService<IDatabase>().OpenAsync(create: false, cancellationToken);
        foreach (var answer in await provider.GetRequiredService<ICuratedStore>().ActiveAsync(cancellationToken))
        {
            await output.WriteLineAsync(CuratedLine.Of(answer));
        }

        return 0;
    }

    private static async Task<int> ImportAsync(IServiceProvider provider, string file, CancellationToken cancellationToken)
    {
        using var lines = File.OpenText(file);
        await provider.CheckStartAsync(cancellationToken);
        await provider.LoadSourcesAsync(cancellationToken);
        await provider.GetRequiredService<IDatabase>().OpenAsync(create: true, cancellationToken);
        var import = new CuratedImport(provider.GetRequiredService<ICuratedStore>(), provider.GetRequiredService<CurrentIndex>().Value);
        var report = await import.RunAsync(lines, cancellationToken);
        foreach (var refused in report.Refused)
        {
            await Console.Error.WriteLineAsync(TerminalText.Clean(refused));
        }

        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"kept: {report.Kept}, answered already: {report.Repeated}, refused: {report.Refused.Count}"));
        return report.Refused.Count == 0 ? 0 : SomeRefused;
    }
}
