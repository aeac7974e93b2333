using System.CommandLine;
using System.Globalization;
using CstoBot.Storage;

namespace CstoBot.Cli;

/// <summary><c>cstobot backup FOLDER</c>: a copy of the bot's databases, also while the bot runs.</summary>
internal static class BackupVerb
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "The folder to make; one that holds something is left alone." };

    private static readonly Option<bool> Replace = new("--replace") { Description = "Put the new backup in the place of the one that the folder holds." };

    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> services)
    {
        var verb = new Command(
            "backup",
            "Copy what the bot has kept (questions, answers, votes, decisions; the versions of the documents with uploads and corrections) to a folder; the bot may run meanwhile. "
            + "To go back to it, start the bot with --data and a copy of that folder.")
        {
            Folder,
            Replace,
        };
        verb.SetAction((arguments, cancellationToken) => RunAsync(
            services(CommonOptions.Settings(arguments)).GetRequiredService<IBackup>(), arguments.GetRequiredValue(Folder), arguments.GetValue(Replace), cancellationToken));
        return verb;
    }

    private static async Task RunAsync(IBackup backup, string folder, bool mayReplace, CancellationToken cancellationToken)
    {
        foreach (var file in await backup.WriteAsync(folder, mayReplace, cancellationToken))
        {
            await Console.Out.WriteLineAsync(file.Bytes is { } bytes
                ? string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Clean(Path.GetFullPath(Path.Combine(folder, file.Name)))}: {bytes / 1024.0:0} KB")
                : $"{file.Name}: there is none yet, so the backup is without it");
        }
    }
}
