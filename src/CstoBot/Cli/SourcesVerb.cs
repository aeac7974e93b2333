using System.CommandLine;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Retrieval;

namespace CstoBot.Cli;

/// <summary><c>cstobot sources</c>: what the bot makes of the configured documents.</summary>
internal static class SourcesVerb
{
    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> services, Func<IReadOnlyDictionary<string, string?>, IServiceProvider> keeping)
    {
        var verb = new Command("sources", "List the documents the bot answers from, and the files it could not read.")
        {
            SourcesReloadVerb.Create(keeping),
            SourcesVersionsVerb.Create(services),
            SourcesRollbackVerb.Create(keeping),
            SourcesAddVerb.Create(keeping),
            SourcesRemoveVerb.Create(keeping),
            SourcesTextVerb.Create(services),
        };
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            var provider = services(CommonOptions.Settings(arguments));
            await provider.LoadSourcesAsync(cancellationToken);
            await PrintAsync(provider.GetRequiredService<CurrentIndex>().Value.Corpus, Console.Out);
        });
        return verb;
    }

    private static async Task PrintAsync(Corpus corpus, TextWriter output)
    {
        var chunks = corpus.Documents.ToDictionary(document => document.Name, document => Chunker.Split(document).Count);
        foreach (var document in corpus.Documents)
        {
            await output.WriteLineAsync(TerminalText.Clean(document.Name));
            foreach (var line in Describe(document, chunks[document.Name]))
            {
                await output.WriteLineAsync($"    {TerminalText.Clean(line)}");
            }
        }

        foreach (var failure in corpus.Failures)
        {
            await output.WriteLineAsync(TerminalText.Clean($"not read: {failure.Name} {failure.Reason}"));
        }

        await output.WriteLineAsync(
            $"documents: {corpus.Documents.Count}, chunks: {chunks.Values.Sum()}, not read: {corpus.Failures.Count}; corpus version {corpus.Version}");
    }

    /// <summary>Those of its sections, the one of most of them first.</summary>
    private static string Languages(SourceDocument document)
    {
        var languages = document.Sections.Select(document.LanguageOf).OfType<Language>().CountBy(language => language).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).ToList();
        return languages.Count == 0 ? "unknown" : string.Join(", ", languages);
    }

    private static IEnumerable<string> Describe(SourceDocument document, int chunks)
    {
        var metadata = document.Metadata;
        yield return $"title      {metadata.Title ?? $"not stated; begins {document.Label}"}";
        yield return $"publisher  {metadata.Publisher ?? "not stated"}";
        yield return $"published  {(metadata.Published is { } date ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "not stated")}";
        yield return $"language   {Languages(document)}";
        yield return $"size       {document.Text.Length} characters, {Count(document.Sections.Count, "section")}, {Count(chunks, "chunk")}";
        if (metadata.Url is { } url)
        {
            yield return $"url        {url.AbsoluteUri}";
        }

        if (metadata.Inferred is { } inferred)
        {
            yield return $"inferred   {inferred}";
        }
    }

    private static string Count(int number, string of) => number == 1 ? $"1 {of}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number} {of}s");
}
