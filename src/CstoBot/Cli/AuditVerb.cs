using System.CommandLine;
using System.Globalization;
using CstoBot.Storage;
using CstoBot.Telegram.Staff;

namespace CstoBot.Cli;

/// <summary><c>cstobot audit</c>: who changed what, as JSON lines.</summary>
internal static class AuditVerb
{
    private static readonly Option<long?> User = new("--user") { Description = "Only what this Telegram user did.", HelpName = "ID" };

    private static readonly Option<string?> Since = new("--since") { Description = "Only from this day on (UTC).", HelpName = "YYYY-MM-DD" };

    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> services)
    {
        var verb = new Command("audit", "Print who changed what, or tried to, one JSON object a line, oldest first; also while the bot runs.") { User, Since };
        verb.SetAction((arguments, cancellationToken) => RunAsync(
            services(CommonOptions.Settings(arguments)), arguments.GetValue(User), Day(arguments.GetValue(Since)), cancellationToken));
        return verb;
    }

    private static async Task RunAsync(IServiceProvider provider, long? user, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await provider.GetRequiredService<IDatabase>().OpenAsync(create: false, cancellationToken);
        await foreach (var entry in provider.GetRequiredService<IAuditLog>().SinceAsync(since, user, cancellationToken))
        {
            await Console.Out.WriteLineAsync(AuditLines.Write(entry));
        }
    }

    private static DateTimeOffset Day(string? text) =>
        text is null ? DateTimeOffset.UnixEpoch
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
        : throw new UsageException($"--since takes a day such as 2026-01-31, not \"{text}\".");
}
