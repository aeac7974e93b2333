using System.CommandLine;
using CstoBot.Ingestion.Formats.Workers;

namespace CstoBot.Cli;

/// <summary><c>cstobot extract</c>, which only the program itself starts: reads the files that another process of it sends.</summary>
internal static class ExtractVerb
{
    public static Command Create()
    {
        var verb = new Command(ExtractionProcess.Verb, "Read files for another process of this program.") { Hidden = true };
        verb.SetAction(async (_, cancellationToken) =>
        {
            await using var input = Console.OpenStandardInput();
            await using var output = Console.OpenStandardOutput();
            await ExtractionServer.RunAsync(input, output, cancellationToken);

            // Whoever asked is gone: what is still being read is for nobody, and may never end.
            Environment.Exit(0);
        });
        return verb;
    }
}
