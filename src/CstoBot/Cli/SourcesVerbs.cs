using System.CommandLine;
using System.Globalization;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using CstoBot.Ingestion.Versions;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Indexing;

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

/// <summary><c>cstobot sources add FILE</c>.</summary>
internal static class SourcesAddVerb
{
    private static readonly Argument<FileInfo> Source = new("file") { Description = "A document, or an archive of documents." };

    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> keeping)
    {
        var verb = new Command("add", "Take in a file beside the folder, as admins do by sending it to the bot.") { Source };
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            var provider = keeping(CommonOptions.Settings(arguments));
            var file = arguments.GetRequiredValue(Source);
            try
            {
                await provider.GetRequiredService<ISourceReload>().ReloadAsync(cancellationToken);
                provider.GetRequiredService<SourceFolder>().CheckSize(file.Length);
                var content = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
                var upload = await provider.GetRequiredService<IUploads>().StageAsync(file.Name, content, userId: 0, cancellationToken);
                if (upload.DuplicateOf is { } other)
                {
                    throw new SourcesUnavailableException($"{file.Name} holds the same as {other}, so nothing was changed.");
                }

                return await SourcesChange.RunAsync(provider, new CorpusChange.Add(upload.Id), cancellationToken);
            }
            catch (UnreadableDocumentException exception)
            {
                throw new SourcesUnavailableException($"{file.Name} {exception.Message}.");
            }
        });
        return verb;
    }
}

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
            await provider.GetRequiredService<ISourceReload>().ReloadAsync(cancellationToken);
            return await SourcesChange.RunAsync(provider, new CorpusChange.Remove(arguments.GetRequiredValue(Name)), cancellationToken);
        });
        return verb;
    }
}

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
            await provider.GetRequiredService<ISourceReload>().ReloadAsync(cancellationToken);
            var name = arguments.GetRequiredValue(Name);
            var chunks = DocumentChunks.OfOrNull(provider.GetRequiredService<CurrentIndex>().Value, name)
                ?? throw new SourcesUnavailableException($"There is no document {name}.");
            await Console.Out.WriteAsync(chunks[0].Document.Text);
        });
        return verb;
    }
}
