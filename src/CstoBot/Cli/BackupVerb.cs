using System.CommandLine;
using System.Globalization;
using CstoBot.Storage;

namespace CstoBot.Cli;

/// <summary><c>cstobot backup FILE</c>: a copy of the bot's database, also while the bot runs.</summary>
internal static class BackupVerb
{
    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> services)
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the copy; a file that is there already is not replaced." };
        var verb = new Command(
            "backup",
            "Copy the bot's database (questions, answers, votes, what is to be sent) to a file; the bot may run meanwhile. To go back to it, stop the bot "
            + "and put the copy in the place of cstobot.db in the data folder, without the files cstobot.db-wal and cstobot.db-shm beside it.")
        {
            file,
        };
        verb.SetAction((arguments, cancellationToken) => RunAsync(
            services(CommonOptions.Settings(arguments)).GetRequiredService<IBackup>(), arguments.GetRequiredValue(file), cancellationToken));
        return verb;
    }

    private static async Task RunAsync(IBackup backup, string file, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file);
        var bytes = await backup.WriteAsync(path, cancellationToken);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Clean(path)}: {bytes / 1024.0:0} KB"));
    }
}
