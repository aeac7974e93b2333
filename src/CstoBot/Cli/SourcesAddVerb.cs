using System.CommandLine;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;

namespace CstoBot.Cli;

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
                await provider.LoadSourcesAsync(cancellationToken);
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
