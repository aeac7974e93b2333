using System.CommandLine;
using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Indexing;

namespace CstoBot.Cli;

/// <summary><c>cstobot sources text NAME</c>: the text that citations point into, which for a file that is no plain text is nowhere else.</summary>
internal static class SourcesTextVerb
{
    private static readonly Argument<string> Name = new("name") { Description = "As `cstobot sources` lists it." };

    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> services)
    {
        var verb = new Command("text", "Print the text of a document as citations count in it: what was read of a PDF, a page, an archive.") { Name };
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            var provider = services(CommonOptions.Settings(arguments));
            await provider.LoadSourcesAsync(cancellationToken);
            var name = arguments.GetRequiredValue(Name);
            var chunks = DocumentChunks.OfOrNull(provider.GetRequiredService<CurrentIndex>().Value, name)
                ?? throw new SourcesUnavailableException($"There is no document {name}.");
            await Console.Out.WriteAsync(chunks[0].Document.Text);
        });
        return verb;
    }
}
